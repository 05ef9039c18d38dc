package io.github.depends.test;

import io.github.depends.graph.Names;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/** Begins and ends what a test method replaces, without anyone asking. */
final class DependencyOverridesListener implements TestExecutionListener, Ordered {

    // After dependency injection (2000) and within @DirtiesContext (3000), so that a test ends before its context does.
    private static final int WITHIN_DIRTIES_CONTEXT = 3100;

    @Override
    public int getOrder() {
        return WITHIN_DIRTIES_CONTEXT;
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
            methods.end(context.getTestException());
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
