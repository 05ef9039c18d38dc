package io.github.depends.test.shop;

import io.github.depends.Dependency;
import org.springframework.stereotype.Component;

/** A guard that is a bean, so that a slice does not have it. */
@Component
public class ReportCheck {

    @Dependency
    public void check() {}
}
