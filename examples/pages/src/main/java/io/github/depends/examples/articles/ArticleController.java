package io.github.depends.examples.articles;

import io.github.depends.Depends;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ArticleController {

    @GetMapping("/articles")
    List<Article> articles(@Depends Reader reader, @Depends Page page, @Depends Articles articles) {
        return articles.list(page);
    }

    @GetMapping("/moderation")
    List<Article> moderation(@Depends Moderator moderator, @Depends Page page, @Depends Articles articles) {
        return articles.list(page);
    }
}
