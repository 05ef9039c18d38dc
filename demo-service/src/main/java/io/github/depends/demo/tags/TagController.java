package io.github.depends.demo.tags;

import io.github.depends.Depends;
import io.github.depends.demo.database.ReadOnly;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows which tags there are, most used first. */
@RestController
class TagController {

    @ReadOnly
    @GetMapping("/api/tags")
    TagsResponse tags(@Depends JdbcClient jdbc) {
        return new TagsResponse(jdbc.sql("select tag from article_tag group by tag order by count(*) desc, tag")
                .query(String.class)
                .list());
    }

    record TagsResponse(List<String> tags) {}
}
