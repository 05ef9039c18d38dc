package io.github.depends.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;

import io.github.depends.test.shop.Access;
import io.github.depends.test.shop.Admin;
import io.github.depends.test.shop.Page;
import io.github.depends.test.shop.RoleCheck;
import io.github.depends.test.shop.Tenant;
import io.github.depends.test.shop.User;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Twelve test classes that replace twelve different sets of dependencies. */
final class TwelveSets {

    private TwelveSets() {}

    static List<Class<?>> classes() {
        return Stream.of(TwelveSets.class.getDeclaredClasses())
                .filter(type -> Set.class.isAssignableFrom(type) && type != Set.class)
                .<Class<?>>map(type -> type)
                .toList();
    }

    @ShopTest
    @TestPropertySource(properties = "replaced=dependencies")
    abstract static class Set {

        @Autowired
        MockMvcTester mvc;

        @Autowired
        DependencyOverrides overrides;

        void answers(String path, String text) {
            assertThat(mvc.get().uri(path)).bodyText().isEqualTo(text);
        }
    }

    static class Set01 extends Set {

        @MockDependency
        User user;

        @Test
        void serves() {
            given(user.name()).willReturn("one");
            answers("/me", "one");
        }
    }

    static class Set02 extends Set {

        @MockDependency
        User user;

        @MockDependency
        Page page;

        @Test
        void serves() {
            given(user.name()).willReturn("two");
            overrides.replace(Tenant.class).with(new Tenant("t"));
            given(page.limit()).willReturn(2);
            answers("/orders", "two 2 t");
        }
    }

    static class Set03 extends Set {

        @MockDependency
        User user;

        @MockDependency
        Tenant tenant;

        @Test
        void serves() {
            given(user.name()).willReturn("three");
            given(tenant.name()).willReturn("t");
            answers("/orders", "three 20 t");
        }
    }

    static class Set04 extends Set {

        @MockDependency
        User user;

        @MockDependency
        Page page;

        @MockDependency
        Tenant tenant;

        @Test
        void serves() {
            given(user.name()).willReturn("four");
            answers("/orders", "four 0 null");
        }
    }

    static class Set05 extends Set {

        @MockDependency
        Admin admin;

        @Test
        void serves() {
            given(admin.user()).willReturn(new User("five"));
            answers("/admin?number=5", "five 5");
        }
    }

    static class Set06 extends Set {

        @MockDependency
        Access.Connection connection;

        @Test
        void serves() {
            given(connection.name()).willReturn("six");
            answers("/connection", "six");
        }
    }

    static class Set07 extends Set {

        @MockDependency
        Access.Granted granted;

        @Test
        void serves() {
            given(granted.scopes()).willReturn("seven");
            answers("/granted", "seven");
        }
    }

    static class Set08 extends Set {

        @MockDependency
        Tenant tenant;

        @Test
        void serves() {
            given(tenant.name()).willReturn("eight");
            answers("/prices", "[\"eight 1\",\"eight 2\"]");
        }
    }

    static class Set09 extends Set {

        @MockDependency
        Page page;

        @Test
        void serves() {
            given(page.limit()).willReturn(9);
            answers("/lazy?ask=true", "limit 9");
        }
    }

    static class Set10 extends Set {

        @MockDependency
        User user;

        @MockDependency
        Admin admin;

        @Test
        void serves() {
            given(admin.user()).willReturn(user);
            given(user.name()).willReturn("ten");
            answers("/admin?number=10", "ten 10");
        }
    }

    static class Set11 extends Set {

        @Test
        void serves() {
            overrides.skip(RoleCheck.class);
            answers("/boss", "boss");
        }
    }

    static class Set12 extends Set {

        @Test
        void serves() {
            answers("/lazy?ask=false", "not asked");
        }
    }
}
