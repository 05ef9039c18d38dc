package io.github.depends.benchmarks;

import io.github.depends.benchmarks.Scenario.Admin;
import io.github.depends.benchmarks.Scenario.Answer;
import io.github.depends.benchmarks.Scenario.Connection;
import io.github.depends.benchmarks.Scenario.Repository;
import io.github.depends.benchmarks.Scenario.Service;
import io.github.depends.benchmarks.Scenario.Settings;
import io.github.depends.benchmarks.Scenario.Tenant;
import io.github.depends.benchmarks.Scenario.User;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Baseline (b): an argument resolver for each dependency, cached in request attributes, closed by an interceptor. */
@RestController
class ByResolvers {

    @GetMapping("/by-resolvers/items")
    Answer items(
            Service service,
            Admin admin,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit,
            @RequestParam(defaultValue = "0") @Min(0) int offset) {
        return service.items(admin, limit, offset);
    }

    @Component
    static class Configuration implements WebMvcConfigurer {

        private final Settings settings;

        Configuration(Settings settings) {
            this.settings = settings;
        }

        @Override
        public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
            resolvers.add(new Cached<>(Service.class, this::service));
            resolvers.add(new Cached<>(Admin.class, request -> Scenario.admin(user(request))));
        }

        @Override
        public void addInterceptors(InterceptorRegistry registry) {
            registry.addInterceptor(new Closing()).addPathPatterns("/by-resolvers/**");
        }

        private Service service(NativeWebRequest request) {
            return cached(request, Service.class, any -> new Service(repository(request), user(request)));
        }

        private Repository repository(NativeWebRequest request) {
            return cached(request, Repository.class, any -> new Repository(connection(request), tenant(request)));
        }

        private User user(NativeWebRequest request) {
            return cached(request, User.class, any -> connection(request).user(token(request)));
        }

        private Connection connection(NativeWebRequest request) {
            return cached(request, Connection.class, any -> new Connection(settings));
        }

        private static Tenant tenant(NativeWebRequest request) {
            return cached(
                    request, Tenant.class, any -> new Tenant(Objects.requireNonNull(request.getHeader("X-Tenant"))));
        }

        private static String token(NativeWebRequest request) {
            return Scenario.token(Objects.requireNonNull(request.getHeader("Authorization")));
        }
    }

    private static <T> T cached(NativeWebRequest request, Class<T> type, Function<NativeWebRequest, T> make) {
        Object known = request.getAttribute(type.getName(), RequestAttributes.SCOPE_REQUEST);
        if (known != null) {
            return type.cast(known);
        }
        T made = make.apply(request);
        request.setAttribute(type.getName(), made, RequestAttributes.SCOPE_REQUEST);
        return made;
    }

    private record Cached<T>(Class<T> type, Function<NativeWebRequest, T> make)
            implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == type;
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer model,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            return cached(request, type, make);
        }
    }

    /** Cannot commit before the response: the nearest that an interceptor comes. */
    private static final class Closing implements HandlerInterceptor {

        @Override
        public void afterCompletion(
                HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
            if (request.getAttribute(Connection.class.getName()) instanceof Connection connection) {
                if (failure == null) {
                    connection.commit();
                } else {
                    connection.rollback();
                }
                connection.close();
            }
        }
    }
}
