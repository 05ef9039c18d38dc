package io.github.depends.test;

import io.github.depends.graph.DependencyOverride;
import java.util.List;
import java.util.Map;

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
        List<DependencyOverride> replaced = own.values().stream()
                .flatMap(fields -> fields.overrides().stream())
                .toList();
        TestOverrides overrides = tests.begin(test, own);
        if (!replaced.isEmpty()) {
            overrides.declare(replaced);
        }
    }

    void end() {
        tests.end().forEach(MockFields::reset);
    }
}
