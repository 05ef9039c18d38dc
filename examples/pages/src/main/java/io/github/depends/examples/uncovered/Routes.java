package io.github.depends.examples.uncovered;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/** What answers below a guarded path without being a controller. */
@Configuration
class Routes implements WebMvcConfigurer {

    @Bean
    RouterFunction<ServerResponse> function() {
        return RouterFunctions.route()
                .GET("/admin/fn", request -> ServerResponse.ok().body("for everyone"))
                .build();
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/admin/assets/**").addResourceLocations("classpath:/assets/");
    }
}
