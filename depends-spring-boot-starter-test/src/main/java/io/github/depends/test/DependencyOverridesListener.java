package io.github.depends.test;

import io.github.depends.graph.Names;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/** Begins and ends what a test method replaces, without anyone asking. */
final class DependencyOverridesListener implements TestExecutionListener, Ordered {

    private static final int AFTER_DEPENDENCY_INJECTION = 2100;

    @Override
    public int getOrder() {
        return AFTER_DEPENDENCY_INJECTION;
    }

    @Override
    public void prepareTestInstance(TestContext context) {
        TestMethods methods = find(context);
        if (methods != null) {
            methods.prepare(context.getTestInstance());
        } else if (!MockFields.fill(context.getTestInstance()).isEmpty()) {
            throw new IllegalStateException(Names.of(context.getTestClass())
                    + " has a @MockDependency field, but its application context has no request dependencies; it is none"
                    + " of a servlet web application");
        }
    }

    @Override
    public void beforeTestMethod(TestContext context) {
        TestMethods methods = find(context);
        if (methods != null) {
            methods.begin(
                    Names.of(context.getTestClass()) + "."
                            + context.getTestMethod().getName(),
                    context.getTestInstance());
        }
    }

    @Override
    public void afterTestMethod(TestContext context) {
        TestMethods methods = find(context);
        if (methods != null) {
            methods.end();
        }
    }

    private static @Nullable TestMethods find(TestContext context) {
        return context.hasApplicationContext()
                ? context.getApplicationContext()
                        .getBeanProvider(TestMethods.class)
                        .getIfAvailable()
                : null;
    }
}
