package io.github.depends.demo.articles;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlugTests {

    @ParameterizedTest
    @CsvSource({
        "How to train your dragon, how-to-train-your-dragon",
        "'  Crème brûlée, again!  ', creme-brulee-again",
        "日本 2026, 日本-2026",
        "???, article"
    })
    void isMadeOfTheTitle(String title, String slug) {
        assertThat(Slug.of(title).text()).isEqualTo(slug);
    }

    @Test
    void getsAnEndingWhereItIsTaken() {
        assertThat(Slug.of("Again").another().another().text()).matches("again-[0-9a-z]{1,4}");
    }

    @Test
    void knowsThePathsOfTheApi() {
        assertThat(Slug.of("Feed").isReserved()).isTrue();
        assertThat(Slug.of("Feeding").isReserved()).isFalse();
    }
}
