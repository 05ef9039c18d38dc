package io.github.depends.demo.comments;

import io.github.depends.demo.profiles.Profile;
import java.time.Instant;

/** What a reader says about an article. */
record Comment(long id, Instant createdAt, Instant updatedAt, String body, Profile author) {}
