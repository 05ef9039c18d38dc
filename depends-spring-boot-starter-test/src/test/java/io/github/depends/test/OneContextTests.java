package io.github.depends.test;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.depends.test.shop.Shop;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.listeners.TestExecutionSummary;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Counts application contexts, each kind from none on; prints the times, which no test asserts. */
class OneContextTests {

    /** So that neither kind pays for the first context of the JVM. */
    @BeforeAll
    static void warmUp() {
        Launch.allSucceeded(Launch.of(List.of(WarmUp.class), Map.of()), 1);
    }

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

    @ShopTest
    @TestPropertySource(properties = "replaced=nothing")
    static class WarmUp {

        @Test
        void serves(@Autowired MockMvcTester mvc) {
            assertThat(mvc.get().uri("/stock")).hasStatusOk();
        }
    }
}
