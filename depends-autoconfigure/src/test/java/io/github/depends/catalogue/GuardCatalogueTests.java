package io.github.depends.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Generates the ways in which Spring can come to know and call a controller, and asserts that in each of them the guard
 * has run before the controller, or the controller was refused: at start-up, or with status 500.
 */
class GuardCatalogueTests {

    @Test
    void everyGuardHoldsHoweverSpringComesToKnowTheController() {
        List<Way> ways = Way.all();
        Map<Answer, List<Way>> answers = new EnumMap<>(Answer.class);
        ways.forEach(way ->
                answers.computeIfAbsent(way.ask(), any -> new ArrayList<>()).add(way));

        answers.forEach((answer, those) -> System.out.println(answer + ": " + those.size()));
        assertThat(answers.getOrDefault(Answer.OPEN, List.of())).isEmpty();
        assertThat(answers.getOrDefault(Answer.BROKEN, List.of())).isEmpty();
        assertThat(answers.get(Answer.GUARDED)).hasSizeGreaterThan(400);
        assertThat(answers.get(Answer.SERVED))
                .as("controllers without a guard are served as without the library")
                .containsExactlyElementsOf(ways.stream()
                        .filter(way -> !way.level().guarded()
                                && !answers.getOrDefault(Answer.REFUSED_BY_SPRING, List.of())
                                        .contains(way))
                        .toList());
        assertThat(ways).hasSizeGreaterThan(1_400);
    }

    /** What became of a request. */
    enum Answer {
        /** The guard has run, then the controller. */
        GUARDED,
        /** The controller has no guard, and was served. */
        SERVED,
        /** The application did not start, and said why. */
        REFUSED_AT_START,
        /** The request was refused, and the message said why. */
        REFUSED,
        /** Spring MVC itself could not call the controller through its proxy. */
        REFUSED_BY_SPRING,
        /** The controller was called without its guard. */
        OPEN,
        /** Something else went wrong. */
        BROKEN
    }
}
