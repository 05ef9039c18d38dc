package io.github.depends.examples.security;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.depends.Dependency;
import io.github.depends.Depends;
import io.github.depends.security.NotAuthenticatedException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestBody;

@Component
class Partners {

    private final byte[] key;

    Partners(@Value("${partner.key}") String key) {
        this.key = key.getBytes(UTF_8);
    }

    @Dependency
    Partner partner(@Depends(Signature.class) String signature, @RequestBody String body)
            throws GeneralSecurityException {
        if (!MessageDigest.isEqual(hexHmac(body).getBytes(US_ASCII), signature.getBytes(US_ASCII))) {
            throw new NotAuthenticatedException("Hmac");
        }
        return new Partner("acme");
    }

    private String hexHmac(String body) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(body.getBytes(UTF_8)));
    }
}
