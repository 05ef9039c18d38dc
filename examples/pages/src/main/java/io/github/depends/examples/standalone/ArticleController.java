package io.github.depends.examples.standalone;

import io.github.depends.Depends;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows articles to whoever is known. */
@RestController
class ArticleController {

    @GetMapping("/articles")
    List<String> articles(@Depends User user, @Depends Page page, @Depends Articles articles) {
        return articles.titles(page.limit());
    }
}
