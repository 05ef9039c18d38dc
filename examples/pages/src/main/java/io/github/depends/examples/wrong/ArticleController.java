package io.github.depends.examples.wrong;

import io.github.depends.Depends;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ArticleController {

    @PostMapping("/articles/{id}")
    String update(
            @PathVariable long id,
            @CookieValue long sid,
            @RequestParam @Size(min = 1, max = 5) String q,
            @RequestBody @Valid Article article,
            @Depends Page page,
            @Depends Tenant tenant) {
        return article.title();
    }
}
