package io.github.depends.demo.articles;

import io.github.depends.Depends;
import io.github.depends.demo.users.User;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lets signed-in users like articles. */
@RestController
@RequestMapping("/api/articles/{slug}/favorite")
class FavoriteController {

    @PostMapping
    ArticleResponse favorite(
            @Depends User user,
            @Depends Article article,
            @Depends ArticleRepository articles,
            @Depends ArticleViews views) {
        articles.favorite(article, user.id());
        return new ArticleResponse(views.view(article.id(), user.id()));
    }

    @DeleteMapping
    ArticleResponse unfavorite(
            @Depends User user,
            @Depends Article article,
            @Depends ArticleRepository articles,
            @Depends ArticleViews views) {
        articles.unfavorite(article, user.id());
        return new ArticleResponse(views.view(article.id(), user.id()));
    }
}
