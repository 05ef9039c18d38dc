package io.github.depends.web;

import io.github.depends.graph.rule.ValidationSupport;
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

    /** Returns the constraints, {@link Constraints#NONE} where there is no validator, or none that has a provider. */
    static Constraints constraints(RequestMappingHandlerAdapter adapter) {
        return PRESENT ? Jakarta.constraints(adapter) : Constraints.NONE;
    }

    /** Returns what Spring MVC validates. */
    static ValidationSupport support(RequestMappingHandlerAdapter adapter) {
        if (constraints(adapter) != Constraints.NONE) {
            return ValidationSupport.CONSTRAINTS;
        }
        org.springframework.validation.Validator validator =
                adapter.getWebBindingInitializer() instanceof ConfigurableWebBindingInitializer binding
                        ? binding.getValidator()
                        : null;
        return validator == null || PRESENT && Jakarta.isOne(validator)
                ? ValidationSupport.NONE
                : ValidationSupport.BOUND_OBJECTS;
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
                            ? validator(binding.getValidator())
                            : null;
            return validator == null || !hasProvider(validator) ? Constraints.NONE : new JakartaConstraints(validator);
        }

        // Without a provider, Spring's OptionalValidatorFactoryBean is there, but throws whatever it is asked.
        private static boolean hasProvider(Validator validator) {
            try {
                validator.getConstraintsForClass(Object.class);
                return true;
            } catch (IllegalStateException noProvider) {
                return false;
            }
        }

        static boolean isOne(org.springframework.validation.Validator validator) {
            return validator(validator) != null;
        }

        private static @Nullable Validator validator(org.springframework.validation.@Nullable Validator validator) {
            if (validator instanceof Validator itself) {
                return itself;
            }
            return validator instanceof SmartValidator smart ? unwrapped(smart) : null;
        }

        private static @Nullable Validator unwrapped(SmartValidator validator) {
            try {
                return validator.unwrap(Validator.class);
            } catch (IllegalStateException noProvider) {
                return null;
            }
        }
    }
}
