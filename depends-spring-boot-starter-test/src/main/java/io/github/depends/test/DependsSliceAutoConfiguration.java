package io.github.depends.test;

import io.github.depends.graph.DependencyGraph;
import io.github.depends.web.RequestDependencies;
import io.github.depends.web.detection.ApplicationCatalog;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/** The graph of a slice, in which a missing dependency is reported when it is first needed. */
@AutoConfiguration(beforeName = "io.github.depends.autoconfigure.DependsAutoConfiguration")
final class DependsSliceAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    static DependencyGraph dependencyGraph(
            ApplicationCatalog catalog,
            RequestDependencies dependencies,
            ListableBeanFactory beans,
            Environment environment) {
        return DependencyGraph.ofPart(catalog, dependencies.rules(), new LeftOutComponents(environment).of(beans));
    }
}
