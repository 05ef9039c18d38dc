package io.github.depends.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** A secret for tests to send. The build searches all that tests write for it, also in Base64. */
public final class Planted {

    /** Part of credentials that must never show. */
    public static final String SECRET = "planted-5ecret";

    // What Base64 makes of it, depending on where it begins.
    private static final List<String> ENCODED =
            List.of("cGxhbnRlZC01ZWNyZX", "BsYW50ZWQtNWVjcmV0", "wbGFudGVkLTVlY3Jld");

    private Planted() {}

    /** Fails if a text tells the secret. */
    public static void notIn(String text) {
        assertThat(text).doesNotContain(SECRET).doesNotContain(ENCODED);
    }
}
