package io.github.depends.test;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.depends.test.shop.Shop;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** Counts application contexts, each kind from none on; prints the times, which no test asserts. */
class OneContextTests {

    @Test
    void twelveDifferentSetsOfDependenciesStartOneContext() {
        assertThat(starts("@MockDependency", TwelveSets.classes())).isEqualTo(1);
    }

    @Test
    void twelveDifferentSetsOfBeansStartTwelve() {
        assertThat(starts("@MockitoBean", TwelveBeanSets.classes())).isEqualTo(12);
    }

    private static int starts(String what, List<Class<?>> classes) {
        int before = Shop.STARTS.get();
        long begin = System.nanoTime();
        TestExecutionSummary summary = Launch.of(classes, Map.of());
        int starts = Shop.STARTS.get() - before;
        System.out.printf(
                "%s: %d classes, %d contexts started, %d ms%n",
                what, classes.size(), starts, (System.nanoTime() - begin) / 1_000_000);
        Launch.allSucceeded(summary, classes.size());
        return starts;
    }
}
