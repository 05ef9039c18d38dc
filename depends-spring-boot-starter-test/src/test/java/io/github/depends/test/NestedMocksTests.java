package io.github.depends.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;

import io.github.depends.test.shop.User;
import java.lang.reflect.Field;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestInstancePostProcessor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.launcher.listeners.TestExecutionSummary;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Mocks of the instances around a nested one, however long those live and whatever the compiler leaves out. */
class NestedMocksTests {

    @ParameterizedTest
    @ValueSource(strings = {"per_method", "per_class"})
    void areSeenAtEveryDepth(String lifecycle) {
        Launch.allSucceeded(of(Around.class, lifecycle), 4);
        Launch.allSucceeded(of(WithoutReferences.class, lifecycle), 4);
    }

    @ParameterizedTest
    @ValueSource(classes = {AroundOnce.class, WithoutReferencesOnce.class})
    void areSeenWhereOnlyTheOuterInstanceLivesLonger(Class<?> fixture) {
        Launch.allSucceeded(of(fixture, "per_method"), 4);
    }

    @Test
    void ofAnInstanceThatNeverCameToItsTestAreForgotten() {
        TestExecutionSummary summary = of(FailsToPrepare.class, "per_method");
        assertThat(summary.getTestsSucceededCount()).isEqualTo(1);
        assertThat(Launch.failures(summary)).isEqualTo("planned");
    }

    private static TestExecutionSummary of(Class<?> fixture, String lifecycle) {
        return Launch.of(List.of(fixture), Map.of("junit.jupiter.testinstance.lifecycle.default", lifecycle));
    }

    @ShopTest
    static class Around {

        @MockDependency
        User user;

        @BeforeEach
        void stub() {
            given(user.name()).willReturn("mock");
        }

        @Nested
        class Inner extends Serves {

            @Nested
            class Deeper extends Serves {}
        }
    }

    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class AroundOnce extends Around {}

    @ExtendWith(NoReferences.class)
    static class WithoutReferences extends Around {}

    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class WithoutReferencesOnce extends WithoutReferences {}

    abstract static class Serves {

        @Autowired
        MockMvcTester mvc;

        @Test
        void one() {
            assertThat(mvc.get().uri("/me")).bodyText().isEqualTo("mock");
        }

        @Test
        void other() {
            assertThat(mvc.get().uri("/me")).bodyText().isEqualTo("mock");
        }
    }

    @ShopTest
    static class FailsToPrepare {

        @MockDependency
        User user;

        @Nested
        @ExtendWith(FailsOnce.class)
        class Inner extends Serves {

            @BeforeEach
            void stub() {
                given(user.name()).willReturn("mock");
            }
        }
    }

    static class FailsOnce implements TestInstancePostProcessor {

        private final AtomicBoolean failed = new AtomicBoolean();

        @Override
        public void postProcessTestInstance(Object instance, ExtensionContext context) {
            if (instance instanceof FailsToPrepare.Inner && !failed.getAndSet(true)) {
                throw new IllegalStateException("planned");
            }
        }
    }

    /** Does what compilers for Java 19 and later do where a nested class does not use the one around it. */
    static class NoReferences implements TestInstancePostProcessor {

        @Override
        public void postProcessTestInstance(Object instance, ExtensionContext context) throws IllegalAccessException {
            for (Field field : instance.getClass().getDeclaredFields()) {
                if (field.isSynthetic() && field.getName().startsWith("this$")) {
                    field.setAccessible(true);
                    field.set(instance, null);
                }
            }
        }
    }
}
