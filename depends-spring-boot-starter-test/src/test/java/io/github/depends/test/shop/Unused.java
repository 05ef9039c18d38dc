package io.github.depends.test.shop;

import io.github.depends.Dependency;
import org.springframework.stereotype.Component;

@Component
public class Unused {

    @Dependency
    public Voucher voucher() {
        return new Voucher();
    }

    public static class Voucher {}
}
