package io.github.depends.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;

import io.github.depends.test.shop.Beans;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

/** The same with beans: twelve test classes that replace twelve different sets. */
final class TwelveBeanSets {

    private TwelveBeanSets() {}

    static List<Class<?>> classes() {
        return Stream.of(TwelveBeanSets.class.getDeclaredClasses())
                .filter(type -> Set.class.isAssignableFrom(type) && type != Set.class)
                .<Class<?>>map(type -> type)
                .toList();
    }

    @ShopTest
    @TestPropertySource(properties = "replaced=beans")
    abstract static class Set {

        @Autowired
        Beans beans;
    }

    static class Set01 extends Set {

        @MockitoBean
        Beans.First first;

        @Test
        void serves() {
            given(first.name()).willReturn("mocked");
            assertThat(beans.names()).isEqualTo("mocked second third fourth");
        }
    }

    static class Set02 extends Set {

        @MockitoBean
        Beans.Second second;

        @Test
        void serves() {
            given(second.name()).willReturn("mocked");
            assertThat(beans.names()).isEqualTo("first mocked third fourth");
        }
    }

    static class Set03 extends Set {

        @MockitoBean
        Beans.Third third;

        @Test
        void serves() {
            given(third.name()).willReturn("mocked");
            assertThat(beans.names()).isEqualTo("first second mocked fourth");
        }
    }

    static class Set04 extends Set {

        @MockitoBean
        Beans.Fourth fourth;

        @Test
        void serves() {
            given(fourth.name()).willReturn("mocked");
            assertThat(beans.names()).isEqualTo("first second third mocked");
        }
    }

    static class Set05 extends Set {

        @MockitoBean
        Beans.First first;

        @MockitoBean
        Beans.Second second;

        @Test
        void serves() {
            given(first.name()).willReturn("mocked");
            given(second.name()).willReturn("mocked");
            assertThat(beans.names()).isEqualTo("mocked mocked third fourth");
        }
    }

    static class Set06 extends Set {

        @MockitoBean
        Beans.First first;

        @MockitoBean
        Beans.Third third;

        @Test
        void serves() {
            given(first.name()).willReturn("mocked");
            given(third.name()).willReturn("mocked");
            assertThat(beans.names()).isEqualTo("mocked second mocked fourth");
        }
    }

    static class Set07 extends Set {

        @MockitoBean
        Beans.First first;

        @MockitoBean
        Beans.Fourth fourth;

        @Test
        void serves() {
            given(first.name()).willReturn("mocked");
            given(fourth.name()).willReturn("mocked");
            assertThat(beans.names()).isEqualTo("mocked second third mocked");
        }
    }

    static class Set08 extends Set {

        @MockitoBean
        Beans.Second second;

        @MockitoBean
        Beans.Third third;

        @Test
        void serves() {
            given(second.name()).willReturn("mocked");
            given(third.name()).willReturn("mocked");
            assertThat(beans.names()).isEqualTo("first mocked mocked fourth");
        }
    }

    static class Set09 extends Set {

        @MockitoBean
        Beans.Second second;

        @MockitoBean
        Beans.Fourth fourth;

        @Test
        void serves() {
            given(second.name()).willReturn("mocked");
            given(fourth.name()).willReturn("mocked");
            assertThat(beans.names()).isEqualTo("first mocked third mocked");
        }
    }

    static class Set10 extends Set {

        @MockitoBean
        Beans.Third third;

        @MockitoBean
        Beans.Fourth fourth;

        @Test
        void serves() {
            given(third.name()).willReturn("mocked");
            given(fourth.name()).willReturn("mocked");
            assertThat(beans.names()).isEqualTo("first second mocked mocked");
        }
    }

    static class Set11 extends Set {

        @MockitoBean
        Beans.First first;

        @MockitoBean
        Beans.Second second;

        @MockitoBean
        Beans.Third third;

        @Test
        void serves() {
            given(first.name()).willReturn("mocked");
            given(second.name()).willReturn("mocked");
            given(third.name()).willReturn("mocked");
            assertThat(beans.names()).isEqualTo("mocked mocked mocked fourth");
        }
    }

    static class Set12 extends Set {

        @Test
        void serves() {
            assertThat(beans.names()).isEqualTo("first second third fourth");
        }
    }
}
