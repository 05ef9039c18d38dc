package io.github.depends.autoconfigure;

import io.github.depends.graph.DependencyGraph;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.servlet.filter.OrderedFormContentFilter;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/** Keeps Spring MVC from reading bodies before guards have run. */
@AutoConfiguration(after = DependsAutoConfiguration.class)
@ConditionalOnBean(DependencyGraph.class)
@ConditionalOnClass(OrderedFormContentFilter.class)
final class EarlyBodiesAutoConfiguration {

    @Bean
    static EarlyBodies earlyBodies(ConfigurableListableBeanFactory beans) {
        return new EarlyBodies(beans);
    }

    @Bean
    static SmartInitializingSingleton earlyBodiesStart(
            EarlyBodies bodies, ObjectProvider<DependencyGraph> graph, Environment environment) {
        return () -> bodies.start(graph.getObject(), environment);
    }
}
