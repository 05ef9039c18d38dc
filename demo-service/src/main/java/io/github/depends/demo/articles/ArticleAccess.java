package io.github.depends.demo.articles;

import io.github.depends.Dependency;
import io.github.depends.Depends;
import io.github.depends.demo.users.User;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** Finds the article of the path and knows who may change it. */
@Component
class ArticleAccess {

    @Dependency
    Article article(@PathVariable String slug, @Depends ArticleRepository articles) {
        return articles.find(slug)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "article not found"));
    }

    @Dependency(guard = true)
    OwnArticle ownArticle(@Depends User user, @Depends Article article) {
        if (article.authorId() != user.id()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN, "only its author may change an article");
        }
        return new OwnArticle(article);
    }
}
