package io.github.depends.demo.articles;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.depends.demo.profiles.Profile;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An article as a viewer gets to see it.
 *
 * @param body its text; absent in lists
 * @param favorited whether the viewer likes it
 */
public record ArticleView(
        String slug,
        String title,
        String description,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String body,
        List<String> tagList,
        Instant createdAt,
        Instant updatedAt,
        boolean favorited,
        long favoritesCount,
        Profile author) {}
