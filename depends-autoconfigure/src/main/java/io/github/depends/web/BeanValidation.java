package io.github.depends.web;

import jakarta.validation.Validator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.util.ClassUtils;
import org.springframework.validation.SmartValidator;
import org.springframework.validation.method.MethodValidator;
import org.springframework.web.bind.support.ConfigurableWebBindingInitializer;
import org.springframework.web.method.annotation.HandlerMethodValidator;
import org.springframework.web.method.annotation.ModelAttributeMethodProcessor;
import org.springframework.web.method.annotation.RequestParamMethodArgumentResolver;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;

/** Finds the validator that Spring MVC uses; Bean Validation is optional. */
final class BeanValidation {

    private static final boolean PRESENT =
            ClassUtils.isPresent("jakarta.validation.Validator", BeanValidation.class.getClassLoader());

    private BeanValidation() {}

    /** Returns the constraints, {@link Constraints#NONE} where there is no validator. */
    static Constraints constraints(RequestMappingHandlerAdapter adapter) {
        return PRESENT ? Jakarta.constraints(adapter) : Constraints.NONE;
    }

    /** Returns the validator for controller methods, {@code null} where there is none. */
    static @Nullable MethodValidator methods(
            RequestMappingHandlerAdapter adapter, List<HandlerMethodArgumentResolver> resolvers) {
        return PRESENT
                ? HandlerMethodValidator.from(
                        adapter.getWebBindingInitializer(),
                        new DefaultParameterNameDiscoverer(),
                        resolvedBy(resolvers, ModelAttributeMethodProcessor.class),
                        resolvedBy(resolvers, RequestParamMethodArgumentResolver.class))
                : null;
    }

    private static Predicate<MethodParameter> resolvedBy(List<HandlerMethodArgumentResolver> resolvers, Class<?> type) {
        return parameter -> resolvers.stream()
                .filter(resolver -> resolver.supportsParameter(parameter))
                .findFirst()
                .filter(type::isInstance)
                .isPresent();
    }

    /** In a class of its own, so that Bean Validation stays optional. */
    private static final class Jakarta {

        static Constraints constraints(RequestMappingHandlerAdapter adapter) {
            Validator validator =
                    adapter.getWebBindingInitializer() instanceof ConfigurableWebBindingInitializer binding
                            ? validator(binding)
                            : null;
            return validator == null ? Constraints.NONE : new JakartaConstraints(validator);
        }

        private static @Nullable Validator validator(ConfigurableWebBindingInitializer binding) {
            if (binding.getValidator() instanceof Validator validator) {
                return validator;
            }
            return binding.getValidator() instanceof SmartValidator smart ? smart.unwrap(Validator.class) : null;
        }
    }
}
