package io.github.depends.examples.openapi;

import io.github.depends.Depends;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/paged")
class PagedController {

    @GetMapping("/articles")
    List<Article> articles(@Depends Page page) {
        return Article.between(page.offset(), page.limit());
    }
}
