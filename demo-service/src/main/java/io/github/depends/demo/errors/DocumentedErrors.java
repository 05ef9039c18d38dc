package io.github.depends.demo.errors;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.converter.ResolvedSchema;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Describes the refusals once, by their status; operations and dependencies refer to them. */
@Configuration(proxyBeanMethods = false)
class DocumentedErrors {

    @Bean
    OpenAPI api() {
        ResolvedSchema error = ModelConverters.getInstance(true).readAllAsResolvedSchema(GenericError.class);
        Components components = new Components();
        error.referencedSchemas.forEach(components::addSchemas);
        return new OpenAPI()
                .info(new Info().title("Conduit").version("1"))
                .components(components
                        .addResponses("401", unauthorized())
                        .addResponses("403", refusal("Not for this user"))
                        .addResponses("404", refusal("There is no such thing"))
                        .addResponses("422", refusal("The request is not right")));
    }

    private static ApiResponse unauthorized() {
        Schema<?> text = new Schema<>();
        text.addType("string");
        return refusal("Credentials are missing or not valid")
                .addHeaderObject(
                        "WWW-Authenticate",
                        new Header().description("The scheme to use").schema(text));
    }

    private static ApiResponse refusal(String description) {
        Schema<?> error = new Schema<>().$ref("GenericError");
        return new ApiResponse()
                .description(description)
                .content(new Content().addMediaType("application/json", new MediaType().schema(error)));
    }
}
