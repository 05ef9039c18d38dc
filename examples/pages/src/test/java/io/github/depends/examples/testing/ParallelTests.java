package io.github.depends.examples.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** Runs the tests of the page with the configuration of the page. */
class ParallelTests {

    @Test
    void runsInParallel() throws IOException {
        Properties parallel = new Properties();
        try (InputStream in = ParallelTests.class.getResourceAsStream("/parallel/junit-platform.properties")) {
            parallel.load(in);
        }
        LauncherDiscoveryRequestBuilder request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(ArticleControllerTests.class), selectClass(OverridesTests.class));
        parallel.stringPropertyNames().forEach(key -> request.configurationParameter(key, parallel.getProperty(key)));
        SummaryGeneratingListener summary = new SummaryGeneratingListener();
        LauncherFactory.create().execute(request.build(), summary);
        assertThat(summary.getSummary().getFailures()).isEmpty();
        assertThat(summary.getSummary().getTestsSucceededCount()).isGreaterThan(4);
    }
}
