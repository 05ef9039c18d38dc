package io.github.depends.test.modules.bills;

import io.github.depends.Depends;
import io.github.depends.test.modules.security.User;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class BillController {

    @GetMapping("/bills")
    String bills(@Depends User user) {
        return "bills of " + user.name();
    }
}
