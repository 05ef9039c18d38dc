package io.github.depends.demo.articles;

import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * The name of an article in a path, made of its title.
 *
 * @param base what the title gives
 * @param text the base, or the base with an ending
 */
record Slug(String base, String text) {

    private static final RandomGenerator RANDOM = new SecureRandom();
    private static final int LONGEST = 128;
    private static final int ENDINGS = 36 * 36 * 36 * 36;

    static Slug of(String title) {
        String words = Normalizer.normalize(title, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "-")
                .replaceAll("^-|-$", "");
        String base = words.isEmpty() ? "article" : shortened(words);
        return new Slug(base, base);
    }

    /** A letter may have become many, and a path must fit everywhere. */
    private static String shortened(String words) {
        int letters = words.codePointCount(0, words.length());
        return letters <= LONGEST ? words : words.substring(0, words.offsetByCodePoints(0, LONGEST));
    }

    /** Returns a slug for the same title with a random ending. */
    Slug another() {
        return new Slug(base, base + "-" + Integer.toString(RANDOM.nextInt(ENDINGS), 36));
    }

    /** Whether a path of the API has this name already. */
    boolean isReserved() {
        return text.equals("feed");
    }
}
