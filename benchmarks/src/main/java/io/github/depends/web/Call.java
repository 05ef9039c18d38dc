package io.github.depends.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.InvocableHandlerMethod;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Calls a controller method with all it needs, and with nothing of Spring MVC around. */
public interface Call {

    /** Binds, validates and calls; with the library all phases, the writing of the response left out. */
    @Nullable Object answer(HttpServletRequest request, HttpServletResponse response) throws Exception;

    /** Returns what calls the handler of a request: this library if it has a plan for it, else Spring. */
    static Call of(ApplicationContext context, MockHttpServletRequest request) throws Exception {
        HandlerMethod handler = (HandlerMethod) Objects.requireNonNull(
                        context.getBean(RequestMappingHandlerMapping.class).getHandler(request))
                .getHandler();
        DependsHandlerAdapter adapter = context.getBean(DependsHandlerAdapter.class);
        EndpointRegistry endpoints = (EndpointRegistry) field(adapter, "endpoints");
        BindingSupport support = ((SpringAdapter) field(adapter, "spring")).support();
        PlannedEndpoint planned =
                Objects.requireNonNull(endpoints.application().find(handler)).endpoint();
        return planned == null
                ? bySpring(context.getBean(RequestMappingHandlerAdapter.class), support, handler)
                : byPhases(planned, support, (Release) field(adapter, "release"), handler);
    }

    private static Call byPhases(
            PlannedEndpoint planned, BindingSupport support, Release release, HandlerMethod handler) {
        Method method = handler.getMethod();
        method.setAccessible(true);
        WebDataBinderFactory factory = support.binders().of(handler).validating(true);
        return (request, response) -> {
            RequestLife life = release.begin(request, response);
            Frame frame = new Frame(planned, handler, support, life, request, response);
            life.begin(frame);
            frame.authorise();
            frame.prepare(new ModelAndViewContainer(), factory);
            @Nullable Object[] arguments = new Object[method.getParameterCount()];
            for (int index = 0; index < arguments.length; index++) {
                arguments[index] = frame.argument(index);
            }
            Object answer = method.invoke(handler.getBean(), arguments);
            frame.complete();
            life.end(frame, null);
            release.now(life, null);
            return answer;
        };
    }

    private static Call bySpring(RequestMappingHandlerAdapter adapter, BindingSupport support, HandlerMethod handler) {
        InvocableHandlerMethod invocable = new InvocableHandlerMethod(handler);
        invocable.setHandlerMethodArgumentResolvers(support.resolvers());
        invocable.setDataBinderFactory(support.binders().of(handler).validating(true));
        invocable.setParameterNameDiscoverer(new DefaultParameterNameDiscoverer());
        invocable.setMethodValidator(
                BeanValidation.methods(adapter, List.copyOf(support.resolvers().getResolvers())));
        return (request, response) ->
                invocable.invokeForRequest(new ServletWebRequest(request, response), new ModelAndViewContainer());
    }

    private static Object field(Object object, String name) {
        return Objects.requireNonNull(ReflectionTestUtils.getField(object, name));
    }
}
