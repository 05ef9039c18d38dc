package io.github.depends.examples.declaring;

import io.github.depends.Depends;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class DraftController {

    @RequireRole("editor")
    @GetMapping("/drafts")
    String drafts(@Depends User user, @Depends Page page) {
        return user.name() + " sees " + page.limit();
    }
}
