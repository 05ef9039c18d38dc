package io.github.depends.demo.articles;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Which articles are wanted; what is absent does not matter.
 *
 * @param tag one of its tags
 * @param author name of the user who wrote it
 * @param favorited name of a user who likes it
 */
public record ArticleFilter(
        @RequestParam(required = false) @Nullable String tag,
        @RequestParam(required = false) @Nullable String author,
        @RequestParam(required = false) @Nullable String favorited) {}
