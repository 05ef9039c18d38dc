package io.github.depends.examples.articles;

import io.github.depends.Depends;
import java.sql.Connection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

record Articles(@Depends Connection connection) {

    List<Article> list(Page page) {
        return JdbcClient.create(new SingleConnectionDataSource(connection, true))
                .sql("select title from article order by title limit ? offset ?")
                .params(page.limit(), page.offset())
                .query(Article.class)
                .list();
    }
}
