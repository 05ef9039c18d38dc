package io.github.depends.test.modules.orders;

import io.github.depends.Depends;
import io.github.depends.Exempt;
import io.github.depends.test.modules.security.BlockedCheck;
import io.github.depends.test.modules.security.Caller;
import io.github.depends.test.modules.security.OfficeCheck;
import io.github.depends.test.modules.security.User;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class OrderController {

    @GetMapping("/orders")
    String orders(@Depends User user, @Depends Limit limit) {
        return user.name() + " " + limit.limit();
    }

    @Exempt(BlockedCheck.class)
    @GetMapping("/caller")
    String caller(@Depends Caller caller) {
        return caller.name();
    }

    @Depends(OfficeCheck.class)
    @GetMapping("/office")
    String office() {
        return "office";
    }

    record Limit(@RequestParam(defaultValue = "20") int limit) {}
}
