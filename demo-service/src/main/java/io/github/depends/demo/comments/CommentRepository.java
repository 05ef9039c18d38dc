package io.github.depends.demo.comments;

import io.github.depends.Depends;
import io.github.depends.demo.profiles.Profile;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;

/** Keeps the comments. */
record CommentRepository(@Depends JdbcClient jdbc) {

    private static final String COMMENT = "select c.id, c.created_at, c.updated_at, c.body, " + Profile.COLUMNS
            + " from comment c join account u on u.id = c.author_id ";

    List<Comment> list(long articleId, @Nullable Long viewer) {
        return jdbc.sql(COMMENT + "where c.article_id = :article order by c.id")
                .param("article", articleId)
                .param("viewer", viewer)
                .query((row, number) -> comment(row))
                .list();
    }

    Optional<Long> authorId(long id, long articleId) {
        return jdbc.sql("select author_id from comment where id = ? and article_id = ?")
                .params(id, articleId)
                .query(Long.class)
                .optional();
    }

    Comment insert(String body, long articleId, long authorId) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("insert into comment (body, article_id, author_id) values (?, ?, ?)")
                .params(body, articleId, authorId)
                .update(key, "id");
        return jdbc.sql(COMMENT + "where c.id = :id")
                .param("id", key.getKey())
                .param("viewer", authorId)
                .query((row, number) -> comment(row))
                .single();
    }

    void delete(OwnComment comment) {
        jdbc.sql("delete from comment where id = ?").param(comment.id()).update();
    }

    private static Comment comment(ResultSet row) throws SQLException {
        return new Comment(
                row.getLong("id"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("updated_at").toInstant(),
                row.getString("body"),
                Profile.of(row));
    }
}
