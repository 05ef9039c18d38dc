package io.github.depends.examples.modules.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;

import io.github.depends.examples.modules.users.User;
import io.github.depends.test.MockDependency;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@ApplicationModuleTest
@AutoConfigureMockMvc
class OrderModuleTests {

    @MockDependency
    User user; // given by another module

    @Autowired
    MockMvcTester mvc;

    @Test
    void greets() {
        given(user.name()).willReturn("alice");
        assertThat(mvc.get().uri("/orders")).bodyText().isEqualTo("orders of alice");
    }
}
