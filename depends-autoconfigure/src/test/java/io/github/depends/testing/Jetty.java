package io.github.depends.testing;

import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.context.annotation.Bean;

/** Makes an application run on Jetty rather than on Tomcat. */
public class Jetty {

    @Bean
    JettyServletWebServerFactory jettyServer() {
        return new JettyServletWebServerFactory();
    }
}
