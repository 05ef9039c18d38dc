package io.github.depends.openapi;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.models.MethodAttributes;

/**
 * What an operation has of other methods on the same path, which springdoc documents as one.
 *
 * @param parameters parameters that the operation had before this method
 * @param mediaTypes media types of the body that the operation had before this method
 * @param any whether there are other methods
 */
record OtherMethods(List<Parameter> parameters, Set<String> mediaTypes, boolean any) {

    /** Reads an operation before a method is documented. */
    static OtherMethods of(Operation operation, MethodAttributes attributes) {
        if (!attributes.isMethodOverloaded()) {
            return new OtherMethods(List.of(), Set.of(), false);
        }
        Content content = content(operation.getRequestBody());
        return new OtherMethods(
                operation.getParameters() == null ? List.of() : List.copyOf(operation.getParameters()),
                content == null ? Set.of() : Set.copyOf(content.keySet()),
                true);
    }

    /** Returns the parameters that an endpoint does not bind itself. */
    List<Parameter> parameters(DocumentedEndpoint endpoint) {
        return parameters.stream()
                .filter(parameter -> !endpoint.bindsItself(parameter.getName(), parameter.getIn()))
                .toList();
    }

    /** Returns a body of parts or form fields of this method, which further ones join; {@code null} if it has none. */
    @Nullable Schema<?> properties(@Nullable RequestBody body, MethodAttributes attributes) {
        Content content = content(body);
        MediaType own = content == null || content.isEmpty()
                ? null
                : any ? own(content, attributes) : content.values().iterator().next();
        Schema<?> schema = own == null ? null : own.getSchema();
        return schema == null || schema.get$ref() != null || schema.getProperties() == null ? null : schema;
    }

    private @Nullable MediaType own(Content content, MethodAttributes attributes) {
        for (String mediaType : attributes.getMethodConsumes()) {
            if (!mediaTypes.contains(mediaType) && content.containsKey(mediaType)) {
                return content.get(mediaType);
            }
        }
        return null;
    }

    private static @Nullable Content content(@Nullable RequestBody body) {
        return body == null ? null : body.getContent();
    }
}
