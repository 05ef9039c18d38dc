package io.github.depends.test.shop;

import io.github.depends.security.AnyScheme;
import io.github.depends.security.ApiKey;
import io.github.depends.security.HttpBasic;
import io.github.depends.security.HttpBearer;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

@SpringBootApplication
public class Shop {

    /** How often an application context of the shop has been started in this JVM. */
    public static final AtomicInteger STARTS = new AtomicInteger();

    @Bean
    static Log log() {
        STARTS.incrementAndGet();
        return new Log();
    }

    @Bean
    static HttpBearer bearer() {
        return HttpBearer.of();
    }

    @Bean
    static ApiKey partnerKey() {
        return ApiKey.header("X-Partner");
    }

    @Bean
    static AnyScheme eitherScheme(HttpBearer bearer) {
        return AnyScheme.of(bearer, ApiKey.header("X-Either"));
    }

    @Bean
    static ApiKey adminKey() {
        return ApiKey.header("X-Admin");
    }

    @Bean
    static HttpBasic visitor() {
        return HttpBasic.of().optional();
    }
}
