package io.github.depends.demo.articles;

import io.github.depends.demo.validation.Visible;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What an author wants changed; what is absent stays. */
record UpdateArticle(
        @Nullable @Visible @Size(max = 255) String title,
        @Nullable @Visible @Size(max = 1000) String description,
        @Nullable @Visible @Size(max = 100_000) String body) {}
