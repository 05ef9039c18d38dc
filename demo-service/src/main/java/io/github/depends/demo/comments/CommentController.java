package io.github.depends.demo.comments;

import io.github.depends.BackgroundTasks;
import io.github.depends.Dependencies;
import io.github.depends.Depends;
import io.github.depends.demo.articles.Article;
import io.github.depends.demo.auth.Viewer;
import io.github.depends.demo.database.ReadOnly;
import io.github.depends.demo.mail.Mailer;
import io.github.depends.demo.users.User;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Shows comments to everyone; signed-in users write them, and delete their own. */
@RestController
@RequestMapping("/api/articles/{slug}/comments")
class CommentController {

    @ReadOnly
    @GetMapping
    @Operation(operationId = "listComments")
    CommentsResponse list(@Depends Viewer viewer, @Depends Article article, @Depends CommentRepository comments) {
        return new CommentsResponse(comments.list(article.id(), viewer.userId()));
    }

    /** The author of the article gets to know by mail, which takes another look at the database when all this is over. */
    @PostMapping
    @Operation(operationId = "createComment")
    CommentResponse create(
            @Depends User user,
            @Depends Article article,
            @RequestBody @Valid NewCommentRequest body,
            @Depends CommentRepository comments,
            @Depends Dependencies dependencies,
            @Depends Mailer mailer,
            BackgroundTasks tasks) {
        Comment comment = comments.insert(body.comment().body(), article.id(), user.id());
        tasks.add(() -> dependencies
                .call(open -> open.get(CommentNotice.class).of(comment.id()))
                .ifPresent(mailer::send));
        return new CommentResponse(comment);
    }

    @DeleteMapping("/{id}")
    @Operation(operationId = "deleteComment")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@Depends OwnComment own, @Depends CommentRepository comments) {
        comments.delete(own);
    }

    record NewComment(@NotBlank @Size(max = 10_000) String body) {}

    record NewCommentRequest(@NotNull @Valid NewComment comment) {}

    record CommentResponse(Comment comment) {}

    record CommentsResponse(List<Comment> comments) {}
}
