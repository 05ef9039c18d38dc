package io.github.depends.web.detection;

import io.github.depends.graph.Refusal;
import io.github.depends.web.detection.ArgumentTakers.Taker;
import java.lang.reflect.Constructor;
import java.lang.reflect.Proxy;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.SynthesizingMethodParameter;
import org.springframework.validation.Errors;
import org.springframework.web.context.request.NativeWebRequest;

/** Finds parameters that a resolver takes but could fill for no request: each would be answered with an error of the server. */
final class UnfillableParameters {

    private static final NativeWebRequest EMPTY_REQUEST = (NativeWebRequest) Proxy.newProxyInstance(
            NativeWebRequest.class.getClassLoader(),
            new Class<?>[] {NativeWebRequest.class},
            (proxy, method, arguments) -> method.getReturnType() == boolean.class ? false : null);

    private final ArgumentTakers takers;
    /** Whether a parameter is bound with faults that {@code Errors} behind it could take. */
    private final Predicate<MethodParameter> tellsFaults;

    UnfillableParameters(ArgumentTakers takers, Predicate<MethodParameter> tellsFaults) {
        this.takers = takers;
        this.tellsFaults = tellsFaults;
    }

    /** Returns why a parameter cannot be filled, {@code null} if nothing is known. */
    @Nullable Refusal refusal(MethodParameter parameter, Taker taker) {
        if (Errors.class.isAssignableFrom(parameter.getParameterType())) {
            return alone(parameter)
                    ? new Refusal(
                            "takes the faults of the parameter before it, but that has none",
                            "Put it right behind a parameter with @ModelAttribute, @RequestBody or @RequestPart.")
                    : null;
        }
        return ofSpringData(parameter) && !taker.ofSpringMvc() ? rehearsed(parameter, taker) : null;
    }

    // What stands before it on a method may be annotated in an interface.
    private boolean alone(MethodParameter parameter) {
        int index = parameter.getParameterIndex();
        if (index == 0 || !(parameter.getExecutable() instanceof Constructor<?> constructor)) {
            return index == 0;
        }
        MethodParameter before = SynthesizingMethodParameter.forExecutable(constructor, index - 1);
        Taker taker = takers.of(before);
        return !tellsFaults.test(before) && (taker == null || !taker.own());
    }

    private static boolean ofSpringData(MethodParameter parameter) {
        return parameter.getParameterType().getName().startsWith("org.springframework.data.domain.");
    }

    // Such as two of Pageable without @Qualifier: Spring Data's resolvers say so, and need nothing of a request for it.
    private @Nullable Refusal rehearsed(MethodParameter parameter, Taker taker) {
        try {
            taker.resolver().resolveArgument(takers.seen(parameter, taker), null, EMPTY_REQUEST, null);
            return null;
        } catch (IllegalStateException | IllegalArgumentException refused) {
            return new Refusal(
                    "cannot be filled: " + String.valueOf(refused.getMessage()).replaceFirst("[.!]$", ""),
                    "Correct the annotations of the parameter.");
        } catch (Exception needsRequest) {
            return null;
        }
    }
}
