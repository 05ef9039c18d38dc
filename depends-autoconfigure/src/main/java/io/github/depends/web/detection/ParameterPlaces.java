package io.github.depends.web.detection;

import io.github.depends.graph.Argument.OfRequest;
import io.github.depends.graph.Argument.Place;
import io.github.depends.graph.Names;
import io.github.depends.graph.Refusal;
import io.github.depends.security.OAuth2PasswordRequestForm;
import io.github.depends.web.detection.ArgumentTakers.Taker;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.io.Writer;
import java.lang.annotation.Annotation;
import java.lang.reflect.TypeVariable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.GenericTypeResolver;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.MergedAnnotation;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.http.HttpEntity;
import org.springframework.ui.Model;
import org.springframework.ui.ModelMap;
import org.springframework.validation.Errors;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.MatrixVariable;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.support.SessionStatus;
import org.springframework.web.method.annotation.ModelAttributeMethodProcessor;
import org.springframework.web.method.annotation.RequestParamMethodArgumentResolver;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.multipart.support.MultipartResolutionDelegate;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Tells what of a request a parameter is, by the resolver of Spring's that binds it. */
final class ParameterPlaces {

    private static final Map<Class<?>, Place> ANNOTATIONS = Map.of(
            RequestParam.class, Place.QUERY,
            RequestHeader.class, Place.HEADER,
            PathVariable.class, Place.PATH,
            MatrixVariable.class, Place.PATH,
            CookieValue.class, Place.COOKIE,
            RequestBody.class, Place.BODY,
            RequestPart.class, Place.PART,
            ModelAttribute.class, Place.MODEL);
    private static final List<Class<?>> STREAMS =
            List.of(InputStream.class, OutputStream.class, Reader.class, Writer.class);
    private static final Set<Place> NAMED = Set.of(Place.QUERY, Place.HEADER, Place.PATH, Place.COOKIE, Place.PART);

    private static final Set<Place> WITH_ERRORS = Set.of(Place.MODEL, Place.BODY, Place.PART);

    private static final Refusal NAMELESS = new Refusal(
            "has no name in the byte code", "Compile with -parameters, or write the name: @RequestParam(\"...\").");

    private final ArgumentTakers takers;
    private final UnfillableParameters unfillable;
    /** Whether an annotation binds or is annotated with one that does. */
    private final Map<Class<?>, Boolean> binding = new ConcurrentHashMap<>();

    ParameterPlaces(List<HandlerMethodArgumentResolver> resolvers) {
        this.takers = new ArgumentTakers(resolvers);
        this.unfillable = new UnfillableParameters(takers, this::tellsFaults);
    }

    OfRequest read(MethodParameter parameter) {
        MergedAnnotation<?> annotation = binding(parameter);
        Taker taker = annotation == null ? takers.of(parameter) : null;
        Place place = annotation == null ? unannotated(parameter, taker) : ANNOTATIONS.get(annotation.getType());
        if (place == Place.QUERY && MultipartResolutionDelegate.isMultipartArgument(parameter.nestedIfOptional())) {
            place = Place.PART;
        }
        return new OfRequest(
                taker == null ? parameter : takers.seen(parameter, taker),
                place == null ? Place.OTHER : place,
                name(parameter, annotation, place),
                errorsBehind(parameter));
    }

    /** Whether a parameter carries an annotation that binds it from the request. */
    boolean binds(MethodParameter parameter) {
        return binding(parameter) != null;
    }

    /** Returns why a dependency cannot have a parameter; {@code null} if it can. */
    @Nullable Refusal refusal(MethodParameter parameter) {
        Class<?> type = parameter.getParameterType();
        if (binding(parameter) != null) {
            return nameUnknown(parameter) ? NAMELESS : null;
        }
        Taker taker = takers.of(parameter);
        if (taker != null && taker.own()) {
            return null;
        }
        if (bareTypeVariable(parameter)) {
            return Refusal.UNMARKED;
        }
        if (Model.class.isAssignableFrom(type)
                || ModelMap.class.isAssignableFrom(type)
                || Map.class.isAssignableFrom(type)
                || RedirectAttributes.class.isAssignableFrom(type)
                || SessionStatus.class.isAssignableFrom(type)) {
            return new Refusal(
                    "is a " + Names.of(type) + ", which belongs to the controller method",
                    "Take it in the controller method.");
        }
        if (STREAMS.stream().anyMatch(stream -> stream.isAssignableFrom(type))) {
            return new Refusal(
                    "is a raw stream, which belongs to the controller method",
                    "Take it in the controller method, or bind what is in it with @RequestBody.");
        }
        return taker == null || taker.catchAll(parameter) ? Refusal.UNMARKED : unfillable.refusal(parameter, taker);
    }

    private boolean tellsFaults(MethodParameter parameter) {
        MergedAnnotation<?> annotation = binding(parameter);
        return annotation != null && WITH_ERRORS.contains(ANNOTATIONS.get(annotation.getType()));
    }

    // Its bound may be a type that Spring MVC knows, but what is asked for may be another.
    private static boolean bareTypeVariable(MethodParameter parameter) {
        return parameter.getParameterAnnotations().length == 0
                && parameter.getGenericParameterType() instanceof TypeVariable<?> variable
                && !GenericTypeResolver.getTypeVariableMap(parameter.getContainingClass())
                        .containsKey(variable);
    }

    private @Nullable MergedAnnotation<?> binding(MethodParameter parameter) {
        if (!mayBind(parameter.getParameterAnnotations())) {
            return null;
        }
        return MergedAnnotations.from(parameter.getParameterAnnotations()).stream()
                .filter(annotation -> ANNOTATIONS.containsKey(annotation.getType()))
                .findFirst()
                .orElse(null);
    }

    private boolean mayBind(Annotation[] annotations) {
        for (Annotation annotation : annotations) {
            if (binding.computeIfAbsent(annotation.annotationType(), ParameterPlaces::binds)) {
                return true;
            }
        }
        return false;
    }

    private static boolean binds(Class<?> annotation) {
        return ANNOTATIONS.containsKey(annotation)
                || MergedAnnotations.from(annotation).stream()
                        .anyMatch(meta -> ANNOTATIONS.containsKey(meta.getType()));
    }

    private static Place unannotated(MethodParameter parameter, @Nullable Taker taker) {
        if (parameter.getParameterType() == OAuth2PasswordRequestForm.class) {
            return Place.BODY;
        }
        HandlerMethodArgumentResolver resolver = taker == null ? null : taker.resolver();
        if (HttpEntity.class.isAssignableFrom(parameter.getParameterType()) && (taker == null || !taker.own())) {
            return Place.ENTITY;
        }
        if (resolver instanceof RequestParamMethodArgumentResolver) {
            return Place.QUERY;
        }
        return resolver instanceof ModelAttributeMethodProcessor ? Place.MODEL : Place.OTHER;
    }

    private static String name(
            MethodParameter parameter, @Nullable MergedAnnotation<?> annotation, @Nullable Place place) {
        if (place == null || !NAMED.contains(place) || allOfAKind(parameter, annotation)) {
            return "";
        }
        String given = annotation == null
                ? ""
                : annotation.getValue("name", String.class).orElse("");
        String declared = parameter.getParameterName();
        return !given.isEmpty() ? given : declared == null ? "" : declared;
    }

    private static boolean allOfAKind(MethodParameter parameter, @Nullable MergedAnnotation<?> annotation) {
        return annotation != null
                && annotation.getValue("name", String.class).orElse("").isEmpty()
                && Map.class.isAssignableFrom(parameter.nestedIfOptional().getNestedParameterType());
    }

    private boolean nameUnknown(MethodParameter parameter) {
        MergedAnnotation<?> annotation = binding(parameter);
        Place place = annotation == null ? null : ANNOTATIONS.get(annotation.getType());
        return place != null
                && NAMED.contains(place)
                && name(parameter, annotation, place).isEmpty()
                && !allOfAKind(parameter, annotation);
    }

    private static boolean errorsBehind(MethodParameter parameter) {
        Class<?>[] types = parameter.getExecutable().getParameterTypes();
        int next = parameter.getParameterIndex() + 1;
        return next < types.length && Errors.class.isAssignableFrom(types[next]);
    }
}
