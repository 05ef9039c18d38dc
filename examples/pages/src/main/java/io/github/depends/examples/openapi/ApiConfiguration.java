package io.github.depends.examples.openapi;

import io.github.depends.security.ApiKey;
import io.github.depends.security.HttpBearer;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.StringSchema;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class ApiConfiguration {

    @Bean
    OpenAPI api() {
        return new OpenAPI().components(new Components().addResponses("401", ourRefusal("Not authenticated")));
    }

    private static io.swagger.v3.oas.models.responses.ApiResponse ourRefusal(String description) {
        return new io.swagger.v3.oas.models.responses.ApiResponse()
                .description(description)
                .content(new io.swagger.v3.oas.models.media.Content()
                        .addMediaType("text/plain", new MediaType().schema(new StringSchema())));
    }

    @Bean
    HttpBearer optionalToken() {
        return HttpBearer.of().optional();
    }

    @Bean
    ApiKey partnerKey() {
        return ApiKey.header("X-Key");
    }

    @Bean
    ApiKey sessionCookie() {
        return ApiKey.cookie("session").optional();
    }
}
