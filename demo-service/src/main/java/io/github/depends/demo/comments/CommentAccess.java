package io.github.depends.demo.comments;

import io.github.depends.Dependency;
import io.github.depends.Depends;
import io.github.depends.demo.articles.Article;
import io.github.depends.demo.users.User;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** Finds the comment of the path and knows who may delete it. */
@Component
class CommentAccess {

    @Dependency(guard = true)
    @ApiResponse(responseCode = "403", ref = "403")
    @ApiResponse(responseCode = "404", ref = "404")
    OwnComment ownComment(
            @Depends User user, @Depends Article article, @PathVariable long id, @Depends CommentRepository comments) {
        long author = comments.authorId(id, article.id())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "comment not found"));
        if (author != user.id()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN, "only its author may delete a comment");
        }
        return new OwnComment(id);
    }
}
