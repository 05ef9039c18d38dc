package io.github.depends.demo;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the service. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class DemoApplication {

    /** Starts the service with Spring Boot's command line. */
    public static void main(String[] args) {
        SpringApplication.run(DemoApplication.class, args);
    }
}
