package io.github.depends.test.shop;

import io.github.depends.Depends;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
public class Greetings {

    @GetMapping("/greetings/page")
    String page(@Depends Page page) {
        return "page " + page.limit();
    }

    @GetMapping("/greetings/user")
    String user(@Depends User user) {
        return "hello " + user.name();
    }

    @GetMapping("/greetings/caller")
    String caller(@Depends Caller caller) {
        return "hello " + caller.name();
    }

    @GetMapping("/greetings/named")
    String named(@Depends(value = Access.class, name = "partner") String partner) {
        return "hello " + partner;
    }

    @RequireBoss
    @GetMapping("/greetings/boss")
    String boss() {
        return "hello boss";
    }
}
