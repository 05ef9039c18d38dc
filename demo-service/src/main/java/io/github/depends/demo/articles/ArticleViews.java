package io.github.depends.demo.articles;

import io.github.depends.Depends;
import io.github.depends.demo.profiles.Profile;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.server.ResponseStatusException;

/** Reads articles as a viewer gets to see them. */
public record ArticleViews(@Depends JdbcClient jdbc) {

    private static final String FROM = " from article a join account u on u.id = a.author_id ";
    private static final String COLUMNS = """
            select a.slug, a.title, a.description, a.created_at, a.updated_at,
                   exists (select 1 from favorite l where l.user_id = :viewer and l.article_id = a.id) as favorited,
                   (select count(*) from favorite l where l.article_id = a.id) as favorites_count,
                   (select array_agg(t.tag) from article_tag t where t.article_id = a.id) as tags,
            """ + Profile.COLUMNS;
    private static final String MATCHING = """
            where (cast(:tag as varchar) is null
                   or exists (select 1 from article_tag t where t.article_id = a.id and t.tag = :tag))
              and (cast(:author as varchar) is null or u.username = :author)
              and (cast(:favorited as varchar) is null
                   or exists (select 1 from favorite l join account r on r.id = l.user_id
                              where l.article_id = a.id and r.username = :favorited))
            """;
    private static final String FOLLOWED = """
            where exists (select 1 from follow f where f.follower_id = :viewer and f.followed_id = a.author_id)
            """;
    private static final String PAGE = " order by a.id desc limit :limit offset :offset";

    /** Does not find what has been deleted since the request's path was looked up. */
    ArticleView view(long articleId, @Nullable Long viewer) {
        return jdbc.sql(COLUMNS + ", a.body" + FROM + "where a.id = :id")
                .param("id", articleId)
                .param("viewer", viewer)
                .query((row, number) -> view(row, row.getString("body")))
                .optional()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "article not found"));
    }

    /** Returns a page of the articles that are wanted, as a viewer sees them. */
    public ArticleList list(ArticleFilter filter, Page page, @Nullable Long viewer) {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("tag", filter.tag());
        parameters.put("author", filter.author());
        parameters.put("favorited", filter.favorited());
        return list(MATCHING, parameters, page, viewer);
    }

    ArticleList feed(Page page, long reader) {
        return list(FOLLOWED, new HashMap<>(), page, reader);
    }

    private ArticleList list(String where, Map<String, @Nullable Object> parameters, Page page, @Nullable Long viewer) {
        parameters.put("viewer", viewer);
        long count = jdbc.sql("select count(*)" + FROM + where)
                .params(parameters)
                .query(Long.class)
                .single();
        parameters.put("limit", page.limit());
        parameters.put("offset", page.offset());
        List<ArticleView> articles = jdbc.sql(COLUMNS + FROM + where + PAGE)
                .params(parameters)
                .query((row, number) -> view(row, null))
                .list();
        return new ArticleList(articles, count);
    }

    private static ArticleView view(ResultSet row, @Nullable String body) throws SQLException {
        return new ArticleView(
                row.getString("slug"),
                row.getString("title"),
                row.getString("description"),
                body,
                tags(row.getArray("tags")),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("updated_at").toInstant(),
                row.getBoolean("favorited"),
                row.getLong("favorites_count"),
                Profile.of(row));
    }

    /** In alphabetical order, as the tests of the RealWorld project expect them. Databases disagree on what that is. */
    private static List<String> tags(@Nullable Array tags) throws SQLException {
        return tags == null
                ? List.of()
                : Stream.of((Object[]) tags.getArray())
                        .map(String::valueOf)
                        .sorted()
                        .toList();
    }
}
