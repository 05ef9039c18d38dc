package io.github.depends.examples.security;

import io.github.depends.InvalidRequestException;
import io.github.depends.InvalidRequestException.RequestError;
import io.github.depends.security.CredentialSource;
import io.github.depends.security.SchemeDescription;
import io.github.depends.security.SecurityScheme;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class Signature implements SecurityScheme<String> {

    @Override
    public @Nullable String credentials(CredentialSource request) {
        List<String> lines = request.headers("X-Signature");
        if (lines.size() > 1) {
            throw new InvalidRequestException(
                    List.of(new RequestError("header", "X-Signature", "duplicate", "is given more than once")));
        }
        return lines.isEmpty() || !lines.get(0).matches("[0-9a-f]{64}") ? null : lines.get(0);
    }

    @Override
    public String challenge() {
        return "Hmac";
    }

    @Override
    public boolean required() {
        return true;
    }

    @Override
    public SchemeDescription describe() {
        return SchemeDescription.apiKey("header", "X-Signature");
    }
}
