package io.github.depends.demo.syndication;

import io.github.depends.Depends;
import io.github.depends.demo.articles.ArticleFilter;
import io.github.depends.demo.articles.ArticleList;
import io.github.depends.demo.articles.ArticleViews;
import io.github.depends.demo.articles.Page;
import io.github.depends.demo.database.ReadOnly;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Serves partners the articles for their pages. */
@RestController
@RequestMapping("/api/syndication")
class SyndicationController {

    /** The guard and this parameter share one tenant. */
    @ReadOnly
    @GetMapping("/articles")
    ArticleList articles(@Depends Tenant tenant, @Depends Page page, @Depends ArticleViews views) {
        return views.list(new ArticleFilter(tenant.tag(), null, null), page, null);
    }
}
