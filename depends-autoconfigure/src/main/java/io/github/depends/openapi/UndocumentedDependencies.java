package io.github.depends.openapi;

import io.github.depends.graph.UseReader;
import java.util.List;
import org.springdoc.core.customizers.DelegatingMethodParameterCustomizer;
import org.springframework.core.MethodParameter;

/** Keeps springdoc from taking what carries a use apart into the properties of its class. */
final class UndocumentedDependencies implements DelegatingMethodParameterCustomizer {

    @Override
    public void customizeList(MethodParameter original, List<MethodParameter> properties) {
        if (UseReader.ours(original)) {
            properties.clear();
        }
    }

    @Override
    public void customize(MethodParameter original, MethodParameter property) {}
}
