package io.github.depends.openapi;

import io.github.depends.graph.DependencyGraph;
import java.util.List;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.springdoc.core.configuration.SpringDocConfiguration;
import org.springdoc.core.customizers.DelegatingMethodParameterCustomizer;
import org.springdoc.core.customizers.SpringDocCustomizers;
import org.springdoc.core.discoverer.SpringDocParameterNameDiscoverer;
import org.springdoc.core.extractor.MethodParameterPojoExtractor;
import org.springdoc.core.properties.SpringDocConfigProperties;
import org.springdoc.core.service.GenericParameterService;
import org.springdoc.core.service.RequestBodyService;
import org.springdoc.core.service.SecurityService;
import org.springdoc.core.utils.PropertyResolverUtils;
import org.springdoc.webmvc.core.configuration.SpringDocWebMvcConfiguration;
import org.springdoc.webmvc.core.service.RequestService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;

/** The OpenAPI document of request dependencies, where springdoc makes one. What they fill is never in it. */
@AutoConfiguration(
        before = SpringDocWebMvcConfiguration.class,
        after = SpringDocConfiguration.class,
        afterName = "io.github.depends.autoconfigure.DependsAutoConfiguration")
@ConditionalOnClass({RequestService.class, SpringDocWebMvcConfiguration.class})
@ConditionalOnBean({DependencyGraph.class, SpringDocConfiguration.class})
public final class OpenApiAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    static RequestService requestBuilder(
            GenericParameterService parameters,
            RequestBodyService bodies,
            SpringDocCustomizers customizers,
            SpringDocParameterNameDiscoverer names,
            MethodParameterPojoExtractor extractor) {
        return new UndocumentedUses(parameters, bodies, customizers, names, extractor);
    }

    @Bean
    static DelegatingMethodParameterCustomizer undocumentedDependencies() {
        return new UndocumentedDependencies();
    }

    /** What dependencies read and require, unless it is switched off. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "depends.openapi.enabled", matchIfMissing = true)
    static class Documented {

        private static final Log LOGGER = LogFactory.getLog(OpenApiAutoConfiguration.class);

        @Bean
        @Lazy
        static DocumentedEndpoints documentedEndpoints(DependencyGraph graph, Environment environment) {
            boolean all = environment.getProperty("depends.validation.all-endpoints", Boolean.class, false);
            return new DocumentedEndpoints(graph, all ? graph.plainEndpoints() : List.of());
        }

        @Bean
        @ConditionalOnMissingBean
        static RequestService requestBuilder(
                GenericParameterService parameters,
                RequestBodyService bodies,
                SpringDocCustomizers customizers,
                SpringDocParameterNameDiscoverer names,
                MethodParameterPojoExtractor extractor,
                ObjectProvider<DocumentedEndpoints> endpoints,
                ObjectProvider<SecurityService> security) {
            return new DependencyRequestService(
                    parameters, bodies, customizers, names, extractor, endpoints::getObject, security);
        }

        @Bean
        static DependencyResponses dependencyResponses(
                ObjectProvider<DocumentedEndpoints> endpoints,
                SpringDocConfigProperties properties,
                PropertyResolverUtils texts,
                Environment environment) {
            return new DependencyResponses(
                    endpoints::getObject,
                    properties,
                    texts,
                    environment.getProperty("depends.validation.status", Integer.class, 400),
                    environment.getProperty("depends.validation.accumulate", Boolean.class, true));
        }

        @Bean
        @Lazy(false)
        static SmartInitializingSingleton documentedEndpointsCheck(ObjectProvider<DocumentedEndpoints> endpoints) {
            return () -> {
                DocumentedEndpoints documented = endpoints.getObject();
                documented.schemeNames().warnings().forEach(LOGGER::warn);
                Disagreements.of(documented.all()).forEach(LOGGER::warn);
            };
        }
    }
}
