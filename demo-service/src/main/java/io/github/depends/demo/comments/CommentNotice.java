package io.github.depends.demo.comments;

import io.github.depends.Depends;
import io.github.depends.demo.mail.Mail;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Knows what to tell an author of a comment by somebody else. */
record CommentNotice(@Depends JdbcClient jdbc) {

    Optional<Mail> of(long commentId) {
        return jdbc.sql("""
                        select u.email, a.title, c.body from comment c
                        join article a on a.id = c.article_id
                        join account u on u.id = a.author_id
                        where c.id = ? and c.author_id <> a.author_id
                        """)
                .param(commentId)
                .query((row, number) ->
                        Mail.comment(row.getString("email"), row.getString("title"), row.getString("body")))
                .optional();
    }
}
