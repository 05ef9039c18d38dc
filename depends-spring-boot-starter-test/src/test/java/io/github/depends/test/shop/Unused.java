package io.github.depends.test.shop;

import io.github.depends.Dependency;
import org.springframework.stereotype.Component;

@Component
public class Unused {

    @Dependency
    public Voucher voucher() {
        return new Voucher();
    }

    @Dependency
    public Coupon coupon() {
        return new Coupon();
    }

    public static class Voucher {}

    /** Named by an exception handler only. */
    public static class Coupon {}
}
