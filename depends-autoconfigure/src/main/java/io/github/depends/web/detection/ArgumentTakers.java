package io.github.depends.web.detection;

import io.github.depends.graph.LibraryClasses;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.support.AopUtils;
import org.springframework.core.MethodParameter;
import org.springframework.web.method.annotation.MapMethodProcessor;
import org.springframework.web.method.annotation.ModelAttributeMethodProcessor;
import org.springframework.web.method.annotation.RequestParamMethodArgumentResolver;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.multipart.support.MultipartResolutionDelegate;

/** The argument resolvers of Spring MVC, of other libraries and of the application, and which of them takes a parameter. */
final class ArgumentTakers {

    private final List<Taker> takers;
    private final StandInMethods standIns = new StandInMethods();

    ArgumentTakers(List<HandlerMethodArgumentResolver> resolvers) {
        this.takers = resolvers.stream().map(ArgumentTakers::taker).toList();
    }

    private static Taker taker(HandlerMethodArgumentResolver resolver) {
        Class<?> type = AopUtils.getTargetClass(resolver);
        boolean library = LibraryClasses.contains(type);
        return new Taker(resolver, library && type.getName().startsWith("org.springframework.web."), !library);
    }

    /** Returns the first that takes a parameter, as Spring MVC would. */
    @Nullable Taker of(MethodParameter parameter) {
        for (Taker taker : takers) {
            if (taker.resolver().supportsParameter(seen(parameter, taker))) {
                return taker;
            }
        }
        return null;
    }

    /** Returns a parameter as a resolver is to see it: those of Spring MVC know constructors, others may ask for a method. */
    MethodParameter seen(MethodParameter parameter, Taker taker) {
        return taker.ofSpringMvc() ? parameter : BackedParameter.of(parameter, standIns);
    }

    /**
     * An argument resolver.
     *
     * @param resolver the resolver
     * @param ofSpringMvc whether it belongs to Spring MVC
     * @param own whether it is the application's own, or of a library that the application has chosen for it
     */
    record Taker(HandlerMethodArgumentResolver resolver, boolean ofSpringMvc, boolean own) {

        /** Whether it is one of Spring's that take whatever nobody else does. */
        boolean catchAll(MethodParameter parameter) {
            return !own
                    && (resolver instanceof ModelAttributeMethodProcessor
                            || resolver instanceof RequestParamMethodArgumentResolver
                                    && !MultipartResolutionDelegate.isMultipartArgument(parameter.nestedIfOptional())
                            || givesModelForObject(parameter));
        }

        private boolean givesModelForObject(MethodParameter parameter) {
            return resolver instanceof MapMethodProcessor && parameter.getParameterType() == Object.class;
        }
    }
}
