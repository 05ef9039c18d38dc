package io.github.depends.openapi;

import io.github.depends.openapi.DocumentedEndpoint.Documented;
import io.swagger.v3.core.util.AnnotationsUtils;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.lang.reflect.AnnotatedElement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.springdoc.core.customizers.GlobalOperationComponentsCustomizer;
import org.springdoc.core.properties.SpringDocConfigProperties;
import org.springdoc.core.utils.PropertyResolverUtils;
import org.springdoc.core.utils.SpringDocAnnotationsUtils;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.util.StringUtils;
import org.springframework.web.method.HandlerMethod;

/** Documents how dependencies answer in place of an endpoint. What the operation says itself stays. */
final class DependencyResponses implements GlobalOperationComponentsCustomizer {

    private final Supplier<DocumentedEndpoints> endpoints;
    private final SpringDocConfigProperties properties;
    private final PropertyResolverUtils texts;
    private final int invalid;
    private final boolean accumulate;

    DependencyResponses(
            Supplier<DocumentedEndpoints> endpoints,
            SpringDocConfigProperties properties,
            PropertyResolverUtils texts,
            int invalid,
            boolean accumulate) {
        this.endpoints = endpoints;
        this.properties = properties;
        this.texts = texts;
        this.invalid = invalid;
        this.accumulate = accumulate;
    }

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        return operation;
    }

    @Override
    public Operation customize(Operation operation, Components components, HandlerMethod handler) {
        DocumentedEndpoint endpoint = endpoints.get().answering(handler);
        if (endpoint != null) {
            ApiResponses responses = operation.getResponses() == null ? new ApiResponses() : operation.getResponses();
            ApiResponses told = told(endpoint.documented(), components);
            told.forEach(responses::putIfAbsent);
            new LibraryResponses(invalid, accumulate, components, responses).add(endpoint, handler.getBeanType());
            operation.setResponses(responses);
        }
        return operation;
    }

    private ApiResponses told(Documented places, Components components) {
        ApiResponses responses = new ApiResponses();
        List<AnnotatedElement> elements = new ArrayList<>(places.methods());
        elements.addAll(places.annotations());
        for (AnnotatedElement element : elements) {
            for (ApiResponse annotation : annotations(element)) {
                responses.putIfAbsent(annotation.responseCode(), response(annotation, components));
            }
        }
        return responses;
    }

    private static Set<ApiResponse> annotations(AnnotatedElement element) {
        Set<ApiResponse> annotations = new LinkedHashSet<>();
        AnnotatedElementUtils.findAllMergedAnnotations(
                        element, io.swagger.v3.oas.annotations.responses.ApiResponses.class)
                .forEach(all -> annotations.addAll(List.of(all.value())));
        annotations.addAll(AnnotatedElementUtils.findMergedRepeatableAnnotations(element, ApiResponse.class));
        return annotations;
    }

    private io.swagger.v3.oas.models.responses.ApiResponse response(ApiResponse annotation, Components components) {
        io.swagger.v3.oas.models.responses.ApiResponse response = new io.swagger.v3.oas.models.responses.ApiResponse();
        if (StringUtils.hasText(annotation.ref())) {
            return response.$ref(annotation.ref());
        }
        boolean openapi31 = properties.isOpenapi31();
        response.setDescription(texts.resolve(annotation.description(), Locale.getDefault()));
        SpringDocAnnotationsUtils.getContent(
                        annotation.content(),
                        new String[0],
                        new String[] {properties.getDefaultProducesMediaType()},
                        null,
                        components,
                        null,
                        openapi31)
                .ifPresent(response::setContent);
        Map<String, Object> extensions = AnnotationsUtils.getExtensions(openapi31, annotation.extensions());
        if (!extensions.isEmpty()) {
            response.setExtensions(extensions);
        }
        SpringDocAnnotationsUtils.getHeaders(annotation.headers(), components, null, openapi31)
                .ifPresent(response::setHeaders);
        return response;
    }
}
