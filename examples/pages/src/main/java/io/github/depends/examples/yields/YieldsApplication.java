package io.github.depends.examples.yields;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.web.client.RestClient;

@SpringBootApplication
class YieldsApplication {

    /** A service that keeps files. */
    @Bean
    RestClient files(@Value("${files.url}") String url) {
        return RestClient.create(url);
    }
}
