package io.github.depends.test;

import io.github.depends.graph.DependencyOverride;
import io.github.depends.graph.Names;
import io.github.depends.graph.Substitute;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.core.ResolvableType;

/** Replaces dependencies for the test that the calling thread runs. */
final class CurrentOverrides implements DependencyOverrides {

    private final ActiveTests tests;
    private final TestClasses classes;
    private final BiConsumer<TestOverrides, DependencyOverride> adding;

    CurrentOverrides(ActiveTests tests, TestClasses classes) {
        this(tests, classes, TestOverrides::add);
    }

    private CurrentOverrides(
            ActiveTests tests, TestClasses classes, BiConsumer<TestOverrides, DependencyOverride> adding) {
        this.tests = tests;
        this.classes = classes;
        this.adding = adding;
    }

    @Override
    public <T> Replacement<T> replace(Class<T> type) {
        return replace(type, "");
    }

    @Override
    public <T> Replacement<T> replace(Class<T> type, String name) {
        return replace(type, name, type);
    }

    @Override
    public <T> Replacement<T> replace(Class<?> dependency, Class<T> result) {
        return replace(dependency, "", result);
    }

    @Override
    public <T> Replacement<T> replace(Class<?> dependency, String name, Class<T> result) {
        return new Target<>(dependency, name, ResolvableType.forClass(result));
    }

    @Override
    public <T> Replacement<T> replace(ParameterizedTypeReference<T> type) {
        return new Target<>(null, "", ResolvableType.forType(type));
    }

    @Override
    public void skip(Class<?> check) {
        skip(check, "");
    }

    @Override
    public void skip(Class<?> check, String name) {
        adding.accept(
                tests.current(), new DependencyOverride(check, name, ResolvableType.NONE, new Substitute.Nothing()));
    }

    @Override
    public DependencyOverrides outsideRequests() {
        return new CurrentOverrides(tests, classes, TestOverrides::addUnused);
    }

    @Override
    public void clear() {
        tests.current().clear();
    }

    private final class Target<T> implements Replacement<T> {

        private final @Nullable Class<?> dependency;
        private final String name;
        private final ResolvableType type;

        Target(@Nullable Class<?> dependency, String name, ResolvableType type) {
            this.dependency = dependency;
            this.name = name;
            this.type = type;
            tests.current().open(this);
        }

        @Override
        public void with(@Nullable T value) {
            add(() -> new Substitute.Value(value));
        }

        @Override
        public void by(Supplier<? extends T> values) {
            add(() -> new Substitute.Supplied(values));
        }

        @Override
        public void by(Class<?> type) {
            add(() -> classes.substitute(type));
        }

        private void add(Supplier<Substitute> substitute) {
            TestOverrides own = tests.current();
            own.close(this);
            adding.accept(own, new DependencyOverride(dependency, name, type, substitute.get()));
        }

        @Override
        public String toString() {
            return Stream.of(
                            dependency == null ? "" : Names.of(dependency) + ".class",
                            name.isEmpty() ? "" : "\"" + name + "\"",
                            dependency == type.resolve() ? "" : Names.of(type))
                    .filter(part -> !part.isEmpty())
                    .collect(Collectors.joining(", ", "overrides.replace(", ")"));
        }
    }
}
