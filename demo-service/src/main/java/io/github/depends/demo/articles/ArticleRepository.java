package io.github.depends.demo.articles;

import io.github.depends.Depends;
import java.util.LinkedHashSet;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps the articles and who likes them. */
public record ArticleRepository(@Depends JdbcClient jdbc) {

    Optional<Article> find(String slug) {
        return jdbc.sql("select id, slug, title, author_id from article where slug = ?")
                .param(slug)
                .query(Article.class)
                .optional();
    }

    Article insert(NewArticle article, long authorId) {
        String slug = freeSlug(article.title());
        jdbc.sql("insert into article (slug, title, description, body, author_id) values (?, ?, ?, ?, ?)")
                .params(slug, article.title(), article.description(), article.body(), authorId)
                .update();
        Article inserted = find(slug).orElseThrow();
        for (String tag : new LinkedHashSet<>(article.tagList())) {
            jdbc.sql("insert into article_tag (article_id, tag) values (?, ?)")
                    .params(inserted.id(), tag)
                    .update();
        }
        return inserted;
    }

    /** Changes what is given and keeps what is {@code null}; a new title makes a new slug. */
    void update(Article article, UpdateArticle changes) {
        String title = changes.title();
        jdbc.sql("""
                        update article set slug = :slug, title = coalesce(:title, title),
                            description = coalesce(:description, description), body = coalesce(:body, body),
                            updated_at = current_timestamp
                        where id = :id
                        """)
                .param("slug", title == null || title.equals(article.title()) ? article.slug() : freeSlug(title))
                .param("title", title)
                .param("description", changes.description())
                .param("body", changes.body())
                .param("id", article.id())
                .update();
    }

    /** Removes an article with all that hangs on it. */
    public void delete(Article article) {
        jdbc.sql("delete from article where id = ?").param(article.id()).update();
    }

    void favorite(Article article, long userId) {
        jdbc.sql("insert into favorite (user_id, article_id) values (?, ?) on conflict do nothing")
                .params(userId, article.id())
                .update();
    }

    void unfavorite(Article article, long userId) {
        jdbc.sql("delete from favorite where user_id = ? and article_id = ?")
                .params(userId, article.id())
                .update();
    }

    private String freeSlug(String title) {
        Slug slug = Slug.of(title);
        while (slug.isReserved() || find(slug.text()).isPresent()) {
            slug = slug.another();
        }
        return slug.text();
    }
}
