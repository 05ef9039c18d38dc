package io.github.depends.test;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What happens to mocks and replacements before and after a test method. */
final class TestMethods {

    private final ActiveTests tests;
    private final PreparedMocks mocks = new PreparedMocks();

    TestMethods(ActiveTests tests) {
        this.tests = tests;
    }

    void prepare(Object instance) {
        mocks.prepare(instance);
    }

    void begin(String test, Object instance) {
        Map<Object, MockFields> own = mocks.of(instance);
        TestOverrides overrides = tests.begin(test, own);
        own.values().stream().flatMap(mocks -> mocks.fields().stream()).forEach(overrides::declare);
    }

    void end(@Nullable Throwable failure) {
        tests.end(failure);
    }
}
