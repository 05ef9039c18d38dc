package io.github.depends.demo.articles;

import io.github.depends.Depends;
import io.github.depends.demo.auth.Viewer;
import io.github.depends.demo.database.ReadOnly;
import io.github.depends.demo.users.User;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Shows articles to everyone; signed-in users write them, and change their own. */
@RestController
@RequestMapping("/api/articles")
class ArticleController {

    @ReadOnly
    @GetMapping
    @Operation(operationId = "listArticles")
    ArticleList list(
            @Depends Viewer viewer, @Depends ArticleFilter filter, @Depends Page page, @Depends ArticleViews views) {
        return views.list(filter, page, viewer.userId());
    }

    @ReadOnly
    @GetMapping("/feed")
    ArticleList feed(@Depends User user, @Depends Page page, @Depends ArticleViews views) {
        return views.feed(page, user.id());
    }

    @ReadOnly
    @GetMapping("/{slug}")
    ArticleResponse article(@Depends Viewer viewer, @Depends Article article, @Depends ArticleViews views) {
        return new ArticleResponse(views.view(article.id(), viewer.userId()));
    }

    @PostMapping
    @Operation(operationId = "createArticle")
    @ResponseStatus(HttpStatus.CREATED)
    ArticleResponse create(
            @Depends User user,
            @RequestBody @Valid NewArticleRequest body,
            @Depends ArticleRepository articles,
            @Depends ArticleViews views) {
        Article created = articles.insert(body.article(), user.id());
        return new ArticleResponse(views.view(created.id(), user.id()));
    }

    @PutMapping("/{slug}")
    @Operation(operationId = "updateArticle")
    ArticleResponse update(
            @Depends OwnArticle own,
            @RequestBody @Valid UpdateArticleRequest body,
            @Depends ArticleRepository articles,
            @Depends ArticleViews views) {
        articles.update(own.article(), body.article());
        return new ArticleResponse(views.view(own.article().id(), own.article().authorId()));
    }

    @DeleteMapping("/{slug}")
    @Operation(operationId = "deleteArticle")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@Depends OwnArticle own, @Depends ArticleRepository articles) {
        articles.delete(own.article());
    }

    record NewArticleRequest(@NotNull @Valid NewArticle article) {}

    record UpdateArticleRequest(@NotNull @Valid UpdateArticle article) {}
}
