package io.github.depends.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;

import io.github.depends.test.shop.Access;
import io.github.depends.test.shop.Page;
import io.github.depends.test.shop.Tenant;
import io.github.depends.test.shop.User;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.mockito.Mockito;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@ShopTest
class MockDependencyTests extends MocksTheTenant<Tenant> {

    @MockDependency
    User user;

    @MockDependency(name = "second")
    Access.Basket basket;

    @MockDependency
    List<String> prices;

    @MockDependency(value = Access.class, name = "connection")
    Access.Connection connection;

    @Autowired
    MockMvcTester mvc;

    @Test
    void standsInThePlaceOfADependencyAlsoOfAFinalClass() {
        given(user.name()).willReturn("mocked");
        assertThat(mvc.get().uri("/me")).bodyText().isEqualTo("mocked");
    }

    @Test
    void isForgottenAfterEachTestMethod() {
        assertThat(user.name()).isNull();
        assertThat(mvc.get().uri("/me")).bodyText().isEmpty();
    }

    @Test
    void followsTheAddressingRules() {
        given(basket.name()).willReturn("mocked");
        given(connection.name()).willReturn("mocked");
        given(prices.iterator()).willReturn(List.of("mocked").iterator());
        assertThat(mvc.get().uri("/baskets")).bodyText().isEqualTo("first mocked");
        assertThat(mvc.get().uri("/connection")).bodyText().isEqualTo("mocked");
        assertThat(mvc.get().uri("/prices")).bodyText().isEqualTo("[\"mocked\"]");
    }

    @Test
    void isFoundInSuperClasses() {
        given(user.name()).willReturn("mocked");
        given(tenant.name()).willReturn("inherited");
        assertThat(mvc.get().uri("/orders")).bodyText().isEqualTo("mocked 20 inherited");
    }

    @Test
    void givesWayToWhatTheTestReplacesAndComesBack(@Autowired DependencyOverrides overrides) {
        given(user.name()).willReturn("mocked");
        overrides.replace(User.class).with(new User("given"));
        assertThat(mvc.get().uri("/me")).bodyText().isEqualTo("given");
        overrides.clear();
        assertThat(mvc.get().uri("/me")).bodyText().isEqualTo("mocked");
    }

    @Nested
    class Inside {

        @MockDependency
        Page page;

        @Test
        void hasItsOwnAndThoseAround() {
            given(page.limit()).willReturn(3);
            given(user.name()).willReturn("outer");
            given(tenant.name()).willReturn("inherited");
            assertThat(mvc.get().uri("/orders")).bodyText().isEqualTo("outer 3 inherited");
        }
    }

    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class OnOneInstance {

        @MockDependency
        Page page;

        final Set<String> names = new HashSet<>();

        @Test
        void isResetAfterTheFirst() {
            useAndCheck("one");
        }

        @Test
        void isResetAfterTheSecond() {
            useAndCheck("other");
        }

        private void useAndCheck(String name) {
            assertThat(page.limit()).isZero();
            given(page.limit()).willReturn(5);
            given(user.name()).willReturn(name);
            given(tenant.name()).willReturn("x");
            assertThat(mvc.get().uri("/orders")).bodyText().isEqualTo(name + " 5 x");
            names.add(name);
            assertThat(Mockito.mockingDetails(page).isMock()).isTrue();
        }
    }
}

abstract class MocksTheTenant<T> {

    @MockDependency
    T tenant;
}
