package io.github.depends.demo.articles;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an author tells to publish an article. Of too many tags, no more are looked at than it takes to see that. */
record NewArticle(
        @NotBlank @Size(max = 255) String title,
        @NotBlank @Size(max = 1000) String description,
        @NotBlank @Size(max = 100_000) String body,
        @Size(max = NewArticle.TAGS) List<@NotBlank @Size(max = 50) String> tagList) {

    private static final int TAGS = 20;

    NewArticle(String title, String description, String body, @Nullable List<String> tagList) {
        this.title = title;
        this.description = description;
        this.body = body;
        this.tagList =
                tagList == null ? List.of() : tagList.stream().limit(TAGS + 1).toList();
    }
}
