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

    /** Returns a factory for the parameters of an endpoint and its dependencies. */
    DefaultDataBinderFactory of(HandlerMethod handler) {
        Class<?> controller = handler.getBeanType();
        List<InvocableHandlerMethod> methods = globalFor(controller);
        for (Method method : local.computeIfAbsent(controller, Binders::initBinders)) {
            methods.add(invocable(handler.getBean(), method));
        }
        try {
            Object factory = create.invoke(adapter, methods);
            if (factory instanceof DefaultDataBinderFactory made) {
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
}
