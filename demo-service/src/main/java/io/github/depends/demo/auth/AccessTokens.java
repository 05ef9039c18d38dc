package io.github.depends.demo.auth;

import com.nimbusds.jwt.JWTClaimsSet;
import io.github.depends.security.NotAuthenticatedException;
import java.text.ParseException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/** Issues and verifies OAuth2 access tokens: short-lived, and good for no more than their OAuth2 scopes. */
@Component
public class AccessTokens {

    private static final String SCOPE = "scope";

    private final Signature signature;
    private final Duration validity;

    AccessTokens(TokenSettings settings) {
        validity = settings.accessValidity();
        signature = new Signature(settings.secret(), "admin", validity);
    }

    /** Returns a new token for a user. */
    public String issue(long userId, Collection<String> scopes) {
        return signature.sign(new JWTClaimsSet.Builder()
                .subject(Long.toString(userId))
                .claim(SCOPE, String.join(" ", scopes))
                .build());
    }

    /** Returns how long a new token is good. */
    public Duration validity() {
        return validity;
    }

    /** Returns what a token grants, if it is ours and has not expired; otherwise refuses the request. */
    public Grant verify(String token) {
        return signature.verify(token).map(AccessTokens::grant).orElseThrow(AccessTokens::invalidToken);
    }

    /** Returns what to throw for a token that is no good, or no longer (RFC 6750, 3.1). */
    public static NotAuthenticatedException invalidToken() {
        return new NotAuthenticatedException("Bearer error=\"invalid_token\"");
    }

    private static Grant grant(JWTClaimsSet claims) {
        try {
            return new Grant(
                    Long.parseLong(claims.getSubject()),
                    List.of(claims.getStringClaim(SCOPE).split(" ")));
        } catch (ParseException e) {
            throw invalidToken();
        }
    }

    /**
     * What a token grants.
     *
     * @param userId id of the user to whom it was issued
     * @param scopes its OAuth2 scopes
     */
    public record Grant(long userId, List<String> scopes) {}
}
