package io.github.depends.observation;

import io.micrometer.context.ContextSnapshotFactory;
import io.micrometer.observation.ObservationRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lets the current observation, and what context propagation knows of, travel with background tasks. */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
public final class TaskContextAutoConfiguration {

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(ObservationRegistry.class)
    static class OfObservation {

        @Bean
        static ObservationTaskContext observationTaskContext(ObjectProvider<ObservationRegistry> registries) {
            return new ObservationTaskContext(() -> registries.getIfUnique(ObservationRegistry::create));
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(ContextSnapshotFactory.class)
    static class OfContextPropagation {

        @Bean
        static PropagatedTaskContext propagatedTaskContext() {
            return new PropagatedTaskContext();
        }
    }
}
