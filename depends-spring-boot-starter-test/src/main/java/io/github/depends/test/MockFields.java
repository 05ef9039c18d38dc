package io.github.depends.test;

import io.github.depends.graph.DependencyOverride;
import io.github.depends.graph.Names;
import io.github.depends.graph.Substitute;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import org.mockito.Mockito;
import org.mockito.exceptions.base.MockitoException;
import org.springframework.core.ResolvableType;
import org.springframework.util.ReflectionUtils;

/** The fields of a test instance that are annotated with {@link MockDependency}, filled with their mocks. */
record MockFields(Class<?> test, List<MockField> fields) {

    /** Makes the mocks and puts them into the fields, those of super-classes included. */
    static MockFields fill(Object instance) {
        List<MockField> fields = new ArrayList<>();
        ReflectionUtils.doWithFields(
                instance.getClass(),
                field -> fields.add(fill(instance, field)),
                field -> field.isAnnotationPresent(MockDependency.class));
        return new MockFields(instance.getClass(), List.copyOf(fields));
    }

    private static MockField fill(Object instance, Field field) throws IllegalAccessException {
        int modifiers = field.getModifiers();
        if (Modifier.isStatic(modifiers) || Modifier.isFinal(modifiers)) {
            throw new IllegalStateException("@MockDependency field " + label(field) + " is "
                    + (Modifier.isStatic(modifiers) ? "static" : "final") + "; make it an ordinary field");
        }
        Object mock = mock(field);
        field.setAccessible(true);
        field.set(instance, mock);
        return new MockField(field, mock);
    }

    private static Object mock(Field field) {
        try {
            return Mockito.mock(field.getType(), Mockito.withSettings().name(field.getName()));
        } catch (MockitoException refused) {
            Class<?> named = field.getAnnotation(MockDependency.class).value();
            String type = Names.of(field.getType()) + ".class";
            throw new IllegalStateException(
                    "Mockito cannot mock " + Names.of(field.getType()) + ", the type of the @MockDependency field "
                            + label(field) + ". Give a value instead, with DependencyOverrides: overrides.replace("
                            + (named == void.class ? type : Names.of(named) + ".class, " + type) + ").with(...)",
                    refused);
        }
    }

    private static String label(Field field) {
        return Names.of(field.getDeclaringClass()) + "." + field.getName();
    }

    /** Returns what the mocks replace. */
    List<DependencyOverride> overrides() {
        return fields.stream().map(MockField::override).toList();
    }

    /** Forgets what the mocks have been told and have seen. */
    void reset() {
        fields.forEach(field -> Mockito.reset(field.mock()));
    }

    boolean isEmpty() {
        return fields.isEmpty();
    }

    record MockField(Field field, Object mock) {

        DependencyOverride override() {
            MockDependency declared = field.getAnnotation(MockDependency.class);
            return new DependencyOverride(
                    declared.value() == void.class ? null : declared.value(),
                    declared.name(),
                    ResolvableType.forField(field),
                    new Substitute.Value(mock));
        }
    }
}
