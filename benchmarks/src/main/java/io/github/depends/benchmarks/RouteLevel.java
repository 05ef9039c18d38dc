package io.github.depends.benchmarks;

import io.github.depends.Dependency;
import io.github.depends.Depends;
import io.github.depends.benchmarks.Scenario.Answer;
import io.github.depends.security.HttpBearer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** A check for its effect alone: at route level, and by an interceptor with an attribute, baseline (d). */
final class RouteLevel {

    private RouteLevel() {}

    @RestController
    @Depends(Check.class)
    static class Guarded {

        @GetMapping("/guarded")
        Answer guarded() {
            return new Answer("alice", "acme", 20, 0);
        }
    }

    @Component
    static class Check {

        @Dependency
        void check(@Depends(HttpBearer.class) String token) {
            Objects.requireNonNull(token);
        }
    }

    @RestController
    static class Intercepted {

        @GetMapping("/by-interceptor/guarded")
        Answer guarded() {
            return new Answer("alice", "acme", 20, 0);
        }
    }

    @Component
    static class Interception implements WebMvcConfigurer {

        @Override
        public void addInterceptors(InterceptorRegistry registry) {
            registry.addInterceptor(new Checking()).addPathPatterns("/by-interceptor/**");
        }
    }

    private static final class Checking implements HandlerInterceptor {

        @Override
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
            request.setAttribute("token", Scenario.token(Objects.requireNonNull(request.getHeader("Authorization"))));
            return true;
        }
    }
}
