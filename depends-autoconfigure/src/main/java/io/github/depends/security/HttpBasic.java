package io.github.depends.security;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Reads user name and password from the {@code Authorization} header, in UTF-8 (RFC 7617). Immutable. */
public final class HttpBasic extends ConfiguredScheme<BasicCredentials, HttpBasic> {

    private HttpBasic(SchemeDescription description, boolean required, @Nullable String realm) {
        super(description, required, realm);
    }

    /** Creates the scheme; its realm, which RFC 7617 requires, is {@code api} unless given. */
    public static HttpBasic of() {
        return new HttpBasic(SchemeDescription.http("basic"), true, "api");
    }

    @Override
    HttpBasic with(SchemeDescription description, boolean required, @Nullable String realm) {
        return new HttpBasic(description, required, realm);
    }

    @Override
    public @Nullable BasicCredentials credentials(CredentialSource request) {
        String token = Credentials.authorization(request, "Basic");
        String pair = token == null ? null : decode(token);
        int colon = pair == null ? -1 : pair.indexOf(':');
        if (pair == null || colon < 0 || pair.chars().anyMatch(Character::isISOControl)) {
            return null;
        }
        return new BasicCredentials(pair.substring(0, colon), pair.substring(colon + 1));
    }

    @Override
    public String challenge() {
        return Credentials.challenge("Basic", realm(), "charset=\"UTF-8\"");
    }

    private static @Nullable String decode(String token) {
        try {
            byte[] bytes = Base64.getDecoder().decode(token);
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (IllegalArgumentException | CharacterCodingException notCredentials) {
            return null;
        }
    }
}
