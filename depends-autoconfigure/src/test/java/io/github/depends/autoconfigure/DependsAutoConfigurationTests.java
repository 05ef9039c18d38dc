package io.github.depends.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.depends.graph.DependencyGraph;
import io.github.depends.observation.YieldMetricsAutoConfiguration;
import io.github.depends.resolution.OverdueYields;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;

class DependsAutoConfigurationTests {

    private final WebApplicationContextRunner web = new WebApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    DispatcherServletAutoConfiguration.class,
                    WebMvcAutoConfiguration.class,
                    DependsAutoConfiguration.class));

    @Test
    void buildsTheGraphOfAWebApplication() {
        web.run(context -> assertThat(context).hasNotFailed().hasSingleBean(DependencyGraph.class));
    }

    @Test
    void worksWithTheApplicationsOwnWebMvcConfiguration() {
        web.withUserConfiguration(OwnWebMvc.class)
                .run(context -> assertThat(context).hasNotFailed().hasSingleBean(DependencyGraph.class));
    }

    @Test
    void isAbsentWhereSpringMvcIs() {
        new WebApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(DependsAutoConfiguration.class))
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(DependencyGraph.class));
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(DependsAutoConfiguration.class))
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(DependencyGraph.class));
    }

    @Test
    void refusesStatusesThatAreNoAnswerToAWrongRequest() {
        web.withPropertyValues("depends.validation.status=500")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessage("depends.validation.status is 400 or 422, not 500"));
    }

    @Test
    void refusesTimesThatHavePassed() {
        web.withPropertyValues("depends.acquire.timeout=0")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessage("depends.acquire.timeout is more than zero, not PT0S"));
        web.withPropertyValues("depends.yields.open-warning-age=-1s")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessage("depends.yields.open-warning-age is zero or more, not PT-1S"));
    }

    @Test
    void measuresYieldsWhereThereIsAMeterRegistry() {
        WebApplicationContextRunner measured =
                web.withConfiguration(AutoConfigurations.of(YieldMetricsAutoConfiguration.class));
        measured.run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(MeterBinder.class));
        measured.withBean(MeterRegistry.class, SimpleMeterRegistry::new)
                .run(context -> assertThat(context).hasNotFailed().hasSingleBean(MeterBinder.class));
        measured.withClassLoader(new FilteredClassLoader("io.micrometer"))
                .run(context -> assertThat(context).hasNotFailed().hasSingleBean(OverdueYields.class));
    }

    @Test
    void looksForOverdueYieldsOnAThreadOfItsOwnUntilItStops() {
        web.run(context -> {
            assertThat(threads()).hasSize(1);
            assertThat(context).doesNotHaveBean(TaskScheduler.class);
        });
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(threads()).isEmpty());
        web.withPropertyValues("depends.yields.open-warning-age=0")
                .run(context -> assertThat(threads()).isEmpty());
    }

    private static List<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("depends-yields-"))
                .toList();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableWebMvc
    static class OwnWebMvc {}
}
