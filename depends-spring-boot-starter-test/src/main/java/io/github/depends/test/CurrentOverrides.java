package io.github.depends.test;

import io.github.depends.graph.DependencyOverride;
import io.github.depends.graph.Substitute;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.core.ResolvableType;

/** Replaces dependencies for the test that the calling thread runs. */
final class CurrentOverrides implements DependencyOverrides {

    private final ActiveTests tests;
    private final TestClasses classes;

    CurrentOverrides(ActiveTests tests, TestClasses classes) {
        this.tests = tests;
        this.classes = classes;
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
        tests.current().add(new DependencyOverride(check, name, ResolvableType.NONE, new Substitute.Nothing()));
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
        }

        @Override
        public void with(@Nullable T value) {
            add(new Substitute.Value(value));
        }

        @Override
        public void by(Supplier<? extends T> values) {
            add(new Substitute.Supplied(values));
        }

        @Override
        public void by(Class<?> type) {
            add(classes.substitute(type));
        }

        private void add(Substitute substitute) {
            tests.current().add(new DependencyOverride(dependency, name, type, substitute));
        }
    }
}
