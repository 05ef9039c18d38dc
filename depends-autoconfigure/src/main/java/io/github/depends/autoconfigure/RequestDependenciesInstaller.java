package io.github.depends.autoconfigure;

import io.github.depends.web.RequestDependencies;
import io.github.depends.web.detection.MadeClass;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.config.InstantiationAwareBeanPostProcessor;
import org.springframework.beans.factory.support.MergedBeanDefinitionPostProcessor;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.HandlerAdapter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.handler.AbstractHandlerMapping;
import org.springframework.web.servlet.handler.HandlerExceptionResolverComposite;
import org.springframework.web.servlet.mvc.method.annotation.ExceptionHandlerExceptionResolver;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;

/** Puts our parts in front of those of Spring MVC, once Spring has set them up; their types stay what they are. */
// Post-processors of this kind come after the others, of which Spring Data's puts a resolver of its own in front.
final class RequestDependenciesInstaller
        implements MergedBeanDefinitionPostProcessor, InstantiationAwareBeanPostProcessor {

    private final BeanFactory beans;
    private final Supplier<RequestDependencies> dependencies;

    RequestDependenciesInstaller(BeanFactory beans, Supplier<RequestDependencies> dependencies) {
        this.beans = beans;
        this.dependencies = dependencies;
    }

    @Override
    public void postProcessMergedBeanDefinition(RootBeanDefinition definition, Class<?> type, String name) {
        MadeClass.keep(definition, type);
    }

    // Before a mapping is initialised, for then it takes its interceptors; those of MVC configuration do not reach all.
    @Override
    public boolean postProcessAfterInstantiation(Object bean, String name) {
        if (bean instanceof AbstractHandlerMapping mapping) {
            mapping.setInterceptors(dependencies.get().unservedHandlerInterceptor());
        }
        return true;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof RequestMappingHandlerAdapter adapter) {
            dependencies.get().install(adapter);
        }
        if (bean instanceof HandlerAdapter adapter
                && name.equals(bean.getClass().getName())) {
            // A dispatcher servlet has made it for itself; beans of the application have names of their own.
            return dependencies.get().refusing(adapter);
        }
        if (bean instanceof HandlerExceptionResolverComposite composite) {
            install(composite);
        } else if (bean instanceof ExceptionHandlerExceptionResolver resolver) {
            install(resolver);
        }
        return bean;
    }

    private void install(HandlerExceptionResolverComposite composite) {
        List<HandlerExceptionResolver> resolvers = new ArrayList<>();
        resolvers.add(dependencies.get().faultResolver(composite));
        resolvers.addAll(composite.getExceptionResolvers());
        composite.setExceptionResolvers(resolvers);
        for (HandlerExceptionResolver resolver : resolvers) {
            if (resolver instanceof ExceptionHandlerExceptionResolver handlers) {
                install(handlers);
            }
        }
    }

    private void install(ExceptionHandlerExceptionResolver resolver) {
        if (resolver.getArgumentResolvers() != null) {
            List<HandlerMethodArgumentResolver> resolvers = new ArrayList<>();
            resolvers.add(dependencies.get().exceptionHandlerResolver());
            resolvers.addAll(resolver.getArgumentResolvers().getResolvers());
            resolver.setArgumentResolvers(resolvers);
        }
    }
}
