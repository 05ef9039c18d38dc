package io.github.depends.demo.admin;

import io.github.depends.Depends;
import io.github.depends.Exempt;
import io.github.depends.demo.articles.Article;
import io.github.depends.demo.articles.ArticleRepository;
import io.github.depends.demo.database.ReadOnly;
import io.github.depends.demo.oauth.AdminScopes;
import io.github.depends.security.Security;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Serves administrators: a method added here is theirs alone, without a word more. */
@RestController
@RequestMapping("/api/admin")
@Security(value = Admin.class, scopes = AdminScopes.READ)
class AdminController {

    @ReadOnly
    @GetMapping("/statistics")
    Statistics statistics(@Depends JdbcClient jdbc) {
        return jdbc.sql("""
                        select (select count(*) from account) as users, (select count(*) from article) as articles,
                               (select count(*) from comment) as comments
                        """).query(Statistics.class).single();
    }

    @DeleteMapping("/articles/{slug}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Security(value = Admin.class, scopes = AdminScopes.WRITE)
    void remove(@Depends Article article, @Depends ArticleRepository articles) {
        articles.delete(article);
    }

    /** Tells a load balancer, which has no token, whether the database answers. */
    @ReadOnly
    @GetMapping("/health")
    @Exempt(Admin.class)
    Health health(@Depends JdbcClient jdbc) {
        jdbc.sql("select 1").query(Integer.class).single();
        return new Health("UP");
    }

    record Statistics(long users, long articles, long comments) {}

    record Health(String status) {}
}
