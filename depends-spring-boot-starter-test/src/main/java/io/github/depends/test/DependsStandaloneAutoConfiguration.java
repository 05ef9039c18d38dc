package io.github.depends.test;

import io.github.depends.graph.DependencyGraph;
import io.github.depends.graph.Rule;
import io.github.depends.web.RequestDependencies;
import io.github.depends.web.detection.ApplicationCatalog;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** The graph of a standalone setup, which has all that its controllers need, but not the other controllers. */
@AutoConfiguration(beforeName = "io.github.depends.autoconfigure.DependsAutoConfiguration")
final class DependsStandaloneAutoConfiguration {

    @Bean
    static DependencyGraph dependencyGraph(
            ApplicationCatalog catalog, RequestDependencies dependencies, ObjectProvider<Rule> rules) {
        return DependencyGraph.ofControllers(
                catalog,
                Stream.concat(dependencies.rules().stream(), rules.orderedStream())
                        .toList());
    }
}
