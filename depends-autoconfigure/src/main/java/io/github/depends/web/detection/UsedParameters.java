package io.github.depends.web.detection;

import io.github.depends.Depends;
import io.github.depends.graph.Declarations;
import io.github.depends.graph.EndpointDeclaration;
import io.github.depends.graph.LibraryClasses;
import io.github.depends.graph.Provider;
import io.github.depends.graph.UseReader;
import io.github.depends.security.Security;
import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.MergedAnnotation;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.annotation.SynthesizingMethodParameter;

/** The parameters that carry uses, from endpoints down to the constructors of dependencies, and the classes they name. */
final class UsedParameters {

    private final List<MethodParameter> parameters = new ArrayList<>();
    private final Set<Class<?>> classes = new LinkedHashSet<>();

    UsedParameters(List<EndpointDeclaration> endpoints, List<Provider.OfMethod> methods) {
        endpoints.forEach(endpoint -> addAll(endpoint.parameters()));
        methods.forEach(method -> addAll(method.parameters()));
    }

    private void addAll(Collection<MethodParameter> all) {
        all.stream().filter(UseReader::carriesUse).forEach(parameter -> {
            parameters.add(parameter);
            add(ResolvableType.forMethodParameter(parameter));
            MergedAnnotations annotations = MergedAnnotations.from(parameter.getParameterAnnotations());
            annotations.stream(Depends.class).forEach(this::addNamed);
            annotations.stream(Security.class).forEach(this::addNamed);
        });
    }

    private void addNamed(MergedAnnotation<?> use) {
        add(ResolvableType.forClass(use.getClass("value")));
    }

    private void add(ResolvableType type) {
        Class<?> asked = type.toClass();
        for (ResolvableType argument : type.getGenerics()) {
            add(argument);
        }
        if (!LibraryClasses.contains(asked) && !LibraryClasses.isOurs(asked) && classes.add(asked)) {
            for (Constructor<?> constructor : asked.getDeclaredConstructors()) {
                addAll(parameters(constructor));
            }
        }
    }

    private static List<MethodParameter> parameters(Constructor<?> constructor) {
        MethodParameter[] parameters = new MethodParameter[constructor.getParameterCount()];
        for (int index = 0; index < parameters.length; index++) {
            parameters[index] = SynthesizingMethodParameter.forExecutable(constructor, index);
        }
        return Declarations.named(parameters);
    }

    /** Returns them. */
    List<MethodParameter> parameters() {
        return parameters;
    }

    /** Returns the classes of the application that they ask for, and those that these ask for in turn. */
    Set<Class<?>> classes() {
        return classes;
    }
}
