package io.github.depends.tomcat;

import io.github.depends.web.RequestDependencies;
import org.apache.catalina.Valve;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;

/** A valve in place of a listener, on Spring Boot's embedded Tomcat. */
@AutoConfiguration(afterName = "io.github.depends.autoconfigure.DependsAutoConfiguration")
@ConditionalOnClass({Valve.class, TomcatServletWebServerFactory.class})
@ConditionalOnBean(RequestDependencies.class)
public final class TomcatAutoConfiguration {

    @Bean
    static WebServerFactoryCustomizer<TomcatServletWebServerFactory> requestDependenciesValve(
            RequestDependencies dependencies) {
        return server -> server.addEngineValves(new ReleaseValve(dependencies));
    }
}
