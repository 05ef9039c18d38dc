package io.github.depends.web;

import io.github.depends.graph.Argument.OfRequest;
import io.github.depends.graph.Argument.Place;
import io.github.depends.graph.Fault;
import io.github.depends.graph.Names;
import io.github.depends.graph.Reach;
import io.github.depends.graph.Rule;
import io.github.depends.graph.Site;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.core.GenericTypeResolver;
import org.springframework.core.MethodParameter;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.util.ClassUtils;
import org.springframework.web.method.ControllerAdviceBean;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdvice;

/**
 * Refuses parameters that share a body of which a {@code RequestBodyAdvice} of the application takes part in reading only
 * some: it may look at the method, or be meant for some controllers.
 */
final class AgreeingBodyAdvice implements Rule {

    private final Supplier<List<ControllerAdviceBean>> advices;
    private final Supplier<List<HttpMessageConverter<?>>> converters;

    AgreeingBodyAdvice(
            Supplier<List<ControllerAdviceBean>> advices, Supplier<List<HttpMessageConverter<?>>> converters) {
        this.advices = advices;
        this.converters = converters;
    }

    @Override
    public void check(Reach reach, Consumer<Fault> faults) {
        List<MethodParameter> readers = reach.requested().stream()
                .filter(argument -> argument.place() == Place.BODY)
                .map(OfRequest::parameter)
                .toList();
        for (MethodParameter reader : readers.subList(Math.min(1, readers.size()), readers.size())) {
            advices.get().stream()
                    .filter(advice -> !takesPart(advice, readers.get(0)).equals(takesPart(advice, reader)))
                    .forEach(advice -> faults.accept(fault(reach, advice, readers.get(0), reader)));
        }
    }

    /** Returns, for each message converter, whether an advice takes part in reading a body. */
    private List<Boolean> takesPart(ControllerAdviceBean advice, MethodParameter parameter) {
        Class<?> type = advice.getBeanType();
        boolean applies = type != null
                && RequestBodyAdvice.class.isAssignableFrom(type)
                && advice.isApplicableToBeanType(parameter.getContainingClass());
        Type target = GenericTypeResolver.resolveType(
                parameter.nestedIfOptional().getNestedGenericParameterType(), parameter.getContainingClass());
        return converters.get().stream()
                .map(converter ->
                        applies && supports((RequestBodyAdvice) advice.resolveBean(), parameter, target, converter))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static boolean supports(
            RequestBodyAdvice advice, MethodParameter parameter, Type target, HttpMessageConverter<?> converter) {
        try {
            return advice.supports(
                    parameter, target, (Class<? extends HttpMessageConverter<?>>) (Class<?>) converter.getClass());
        } catch (RuntimeException constructorsHaveNoMethod) {
            return false;
        }
    }

    private static Fault fault(
            Reach reach, ControllerAdviceBean advice, MethodParameter first, MethodParameter reader) {
        String name = Names.of(ClassUtils.getUserClass(Objects.requireNonNull(advice.getBeanType())));
        return new Fault(
                "The body of '" + reach.endpoint() + "' is read by " + Names.of(first.getExecutable()) + " and by "
                        + Names.of(reader.getExecutable()) + ", but the RequestBodyAdvice "
                        + name
                        + " takes part in only one of the two; it is read once, for both",
                Site.of(reader),
                "Read the body in one dependency that the others use, or let " + name + " support both.");
    }
}
