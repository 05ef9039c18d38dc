package io.github.depends.web;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodIntrospector;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.bind.support.DefaultDataBinderFactory;
import org.springframework.web.method.ControllerAdviceBean;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolverComposite;
import org.springframework.web.method.support.InvocableHandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;

/**
 * Makes the binder factories of an endpoint, global and local {@code @InitBinder} methods included, as Spring's adapter
 * does for its own: guards bind before that one is asked.
 */
final class Binders {

    private final RequestMappingHandlerAdapter adapter;
    private final Method create;
    private final HandlerMethodArgumentResolverComposite resolvers = new HandlerMethodArgumentResolverComposite();
    private final DefaultParameterNameDiscoverer names = new DefaultParameterNameDiscoverer();
    private final Map<ControllerAdviceBean, Set<Method>> global = new LinkedHashMap<>();
    private final Map<Class<?>, Set<Method>> local = new ConcurrentHashMap<>();
    private final @Nullable Factories shared;

    Binders(RequestMappingHandlerAdapter adapter, ApplicationContext context) {
        this.adapter = adapter;
        Method method = ReflectionUtils.findMethod(adapter.getClass(), "createDataBinderFactory", List.class);
        if (method == null) {
            throw new IllegalStateException("RequestMappingHandlerAdapter has no createDataBinderFactory(List)");
        }
        ReflectionUtils.makeAccessible(method);
        this.create = method;
        resolvers.addResolvers(adapter.getInitBinderArgumentResolvers());
        for (ControllerAdviceBean advice : ControllerAdviceBean.findAnnotatedBeans(context)) {
            Class<?> type = advice.getBeanType();
            Set<Method> methods = type == null ? Set.of() : initBinders(type);
            if (!methods.isEmpty()) {
                global.put(advice, methods);
            }
        }
        this.shared = global.isEmpty() && create.getDeclaringClass() == RequestMappingHandlerAdapter.class
                ? new Shared(factory(List.of(), false), factory(List.of(), true))
                : null;
    }

    private static Set<Method> initBinders(Class<?> type) {
        return MethodIntrospector.selectMethods(type, RequestMappingHandlerAdapter.INIT_BINDER_METHODS);
    }

    private List<InvocableHandlerMethod> globalFor(Class<?> controller) {
        List<InvocableHandlerMethod> methods = new ArrayList<>();
        global.forEach((advice, advised) -> {
            if (advice.isApplicableToBeanType(controller)) {
                advised.forEach(method -> methods.add(invocable(advice.resolveBean(), method)));
            }
        });
        return methods;
    }

    /** Returns the factories for the parameters of an endpoint's dependencies. */
    Factories of(HandlerMethod handler) {
        Set<Method> own = local.computeIfAbsent(handler.getBeanType(), Binders::initBinders);
        return own.isEmpty() && shared != null ? shared : ofRequest(handler, own);
    }

    private Factories ofRequest(HandlerMethod handler, Set<Method> own) {
        List<InvocableHandlerMethod> methods = globalFor(handler.getBeanType());
        for (Method method : own) {
            methods.add(invocable(handler.getBean(), method));
        }
        DefaultDataBinderFactory factory = factory(methods, false);
        return byMethod -> {
            factory.setMethodValidationApplicable(byMethod);
            return factory;
        };
    }

    private DefaultDataBinderFactory factory(List<InvocableHandlerMethod> methods, boolean validatedByMethod) {
        try {
            Object factory = create.invoke(adapter, methods);
            if (factory instanceof DefaultDataBinderFactory made) {
                made.setMethodValidationApplicable(validatedByMethod);
                return made;
            }
            throw new IllegalStateException("createDataBinderFactory(List) returned " + factory);
        } catch (IllegalAccessException | InvocationTargetException failed) {
            throw new IllegalStateException("createDataBinderFactory(List) cannot be called", failed);
        }
    }

    private InvocableHandlerMethod invocable(@Nullable Object bean, Method method) {
        InvocableHandlerMethod invocable = new InvocableHandlerMethod(java.util.Objects.requireNonNull(bean), method);
        invocable.setHandlerMethodArgumentResolvers(resolvers);
        invocable.setDataBinderFactory(new DefaultDataBinderFactory(adapter.getWebBindingInitializer()));
        invocable.setParameterNameDiscoverer(names);
        return invocable;
    }

    /** Gives the binder factory for a parameter. */
    interface Factories {

        /**
         * Returns the factory, good until the next one is asked for.
         *
         * @param byMethod whether the parameter's inside is validated with the method, and not by the binder
         */
        DefaultDataBinderFactory validating(boolean byMethod);
    }

    /** The factories of all endpoints without {@code @InitBinder} methods; nothing about them changes. */
    private record Shared(DefaultDataBinderFactory byBinder, DefaultDataBinderFactory byMethod) implements Factories {

        @Override
        public DefaultDataBinderFactory validating(boolean byMethod) {
            return byMethod ? this.byMethod : byBinder;
        }
    }
}
