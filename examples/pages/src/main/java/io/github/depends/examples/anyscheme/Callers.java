package io.github.depends.examples.anyscheme;

import io.github.depends.Dependency;
import io.github.depends.Depends;
import io.github.depends.security.AnyScheme;
import io.github.depends.security.SchemeCredentials;
import org.springframework.stereotype.Component;

@Component
class Callers {

    @Dependency
    Caller caller(@Depends(AnyScheme.class) SchemeCredentials who, @Depends Directory directory) {
        String secret = (String) who.value();
        return who.scheme().equals("bearer") ? directory.byToken(secret) : directory.byKey(secret);
    }
}
