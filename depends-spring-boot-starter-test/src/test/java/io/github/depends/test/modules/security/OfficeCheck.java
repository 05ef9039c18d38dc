package io.github.depends.test.modules.security;

import io.github.depends.Dependency;
import org.springframework.stereotype.Component;

@Component
public class OfficeCheck {

    @Dependency
    void check() {}
}
