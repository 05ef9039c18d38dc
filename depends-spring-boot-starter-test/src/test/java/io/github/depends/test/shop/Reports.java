package io.github.depends.test.shop;

import io.github.depends.Depends;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
public class Reports {

    @GetMapping("/reports")
    String reports(@Depends Page page) {
        return "reports " + page.limit();
    }
}
