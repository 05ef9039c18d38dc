package io.github.depends.demo.articles;

import io.github.depends.Dependency;
import io.github.depends.Depends;
import io.github.depends.demo.users.User;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** Finds the article of the path and knows who may change it. */
@Component
class ArticleAccess {

    @Dependency
    @ApiResponse(responseCode = "404", ref = "404")
    Article article(@PathVariable String slug, @Depends ArticleRepository articles) {
        return articles.find(slug)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "article not found"));
    }

    @Dependency(guard = true)
    @ApiResponse(responseCode = "403", ref = "403")
    OwnArticle ownArticle(@Depends User user, @Depends Article article) {
        if (article.authorId() != user.id()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN, "only its author may change an article");
        }
        return new OwnArticle(article);
    }
}
