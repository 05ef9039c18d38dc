package io.github.depends.test;

import io.github.depends.graph.DependencyOverride;
import io.github.depends.graph.Names;
import io.github.depends.graph.Substitute;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
        field.setAccessible(true);
        ResolvableType type = ResolvableType.forField(field, instance.getClass());
        Object mock = mock(field, type.toClass(), field.get(instance));
        field.set(instance, mock);
        return new MockField(field, type, mock);
    }

    private static Object mock(Field field, Class<?> type, @Nullable Object present) {
        if (present != null && Mockito.mockingDetails(present).isMock()) {
            return present; // an instance that is prepared for a second application context
        }
        if (present != null && !field.getType().isPrimitive()) {
            throw new IllegalStateException("@MockDependency field " + label(field)
                    + " has a value already, in whose place the mock would come. Leave it without, or give the value with"
                    + " DependencyOverrides: " + replacing(field, type));
        }
        try {
            return Mockito.mock(type, Mockito.withSettings().name(field.getName()));
        } catch (MockitoException refused) {
            throw new IllegalStateException(
                    "Mockito cannot mock " + Names.of(type) + ", the type of the @MockDependency field " + label(field)
                            + ". Give a value instead, with DependencyOverrides: " + replacing(field, type),
                    refused);
        }
    }

    private static String replacing(Field field, Class<?> mocked) {
        MockDependency declared = field.getAnnotation(MockDependency.class);
        String type = Names.of(mocked) + ".class";
        String named = declared.name().isEmpty() ? "" : "\"" + declared.name() + "\"";
        return Stream.of(
                        declared.value() == void.class ? type : Names.of(declared.value()) + ".class",
                        named,
                        declared.value() == void.class ? "" : type)
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining(", ", "overrides.replace(", ").with(...)"));
    }

    private static String label(Field field) {
        return Names.of(field.getDeclaringClass()) + "." + field.getName();
    }

    /** Forgets what the mocks have been told and have seen. */
    void reset() {
        fields.forEach(field -> Mockito.reset(field.mock()));
    }

    boolean isEmpty() {
        return fields.isEmpty();
    }

    record MockField(Field field, ResolvableType type, Object mock) {

        String label() {
            return MockFields.label(field);
        }

        DependencyOverride override() {
            MockDependency declared = field.getAnnotation(MockDependency.class);
            return new DependencyOverride(
                    declared.value() == void.class ? null : declared.value(),
                    declared.name(),
                    type,
                    new Substitute.Value(mock));
        }
    }
}
