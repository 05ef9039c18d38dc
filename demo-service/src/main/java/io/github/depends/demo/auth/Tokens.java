package io.github.depends.demo.auth;

import com.nimbusds.jwt.JWTClaimsSet;
import org.springframework.stereotype.Component;

/** Issues and verifies the tokens that users of the Conduit API get when they log in. */
@Component
public class Tokens {

    private final Signature signature;

    Tokens(TokenSettings settings) {
        signature = new Signature(settings.secret(), "conduit", settings.validity());
    }

    /** Returns a new token for a user. */
    public String issue(long userId) {
        return signature.sign(
                new JWTClaimsSet.Builder().subject(Long.toString(userId)).build());
    }

    /** Returns the user's id, if the token is ours and has not expired; otherwise refuses the request. */
    long verify(String token) {
        return signature
                .verify(token)
                .map(claims -> Long.parseLong(claims.getSubject()))
                .orElseThrow(ConduitTokenScheme::notAuthenticated);
    }
}
