package io.github.depends.observation;

import io.github.depends.graph.DependencyGraph;
import io.github.depends.resolution.OverdueYields;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** Metrics of request dependencies, where Micrometer has a registry. */
@AutoConfiguration(
        afterName = {
            "io.github.depends.autoconfigure.DependsAutoConfiguration",
            "org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration",
            "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration"
        })
@ConditionalOnClass(MeterRegistry.class)
@ConditionalOnBean({MeterRegistry.class, OverdueYields.class})
public final class YieldMetricsAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    static YieldMetrics yieldMetrics(OverdueYields yields, ObjectProvider<DependencyGraph> graph) {
        return new YieldMetrics(yields, graph::getObject);
    }
}
