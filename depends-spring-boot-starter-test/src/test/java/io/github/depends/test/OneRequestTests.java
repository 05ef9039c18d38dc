package io.github.depends.test;

import static io.github.depends.test.DependencyRequestPostProcessors.dependency;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.asyncDispatch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.github.depends.test.shop.Access;
import io.github.depends.test.shop.Orders;
import io.github.depends.test.shop.Page;
import io.github.depends.test.shop.Tenant;
import io.github.depends.test.shop.User;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@ShopTest
class OneRequestTests {

    private static final User ALICE = new User("alice");
    private static final String MVC_RESULT = MockMvc.class.getName() + ".MVC_RESULT_ATTRIBUTE";

    @Autowired
    MockMvc mvc;

    @Autowired
    Orders orders;

    @Test
    void replacesForOneRequestOnly() throws Exception {
        mvc.perform(get("/me").with(dependency(User.class, ALICE)))
                .andExpect(content().string("alice"));
        mvc.perform(get("/me")).andExpect(status().isUnauthorized());
    }

    @Test
    void addsToWhatTheTestReplaces(@Autowired DependencyOverrides overrides) throws Exception {
        overrides.replace(Tenant.class).with(new Tenant("acme"));
        overrides.replace(User.class).with(new User("bob"));
        mvc.perform(get("/orders").with(dependency(User.class, ALICE)).with(dependency(Page.class, new Page(3))))
                .andExpect(content().string("alice 3 acme"));
        mvc.perform(get("/orders")).andExpect(content().string("bob 20 acme"));
    }

    @Test
    void staysThroughAnAsynchronousDispatch() throws Exception {
        var begun =
                mvc.perform(get("/later").with(dependency(User.class, ALICE))).andReturn();
        mvc.perform(asyncDispatch(begun)).andExpect(content().string("alice"));
    }

    @Test
    void staysWhereTheApplicationRemovesAllAttributes(@Autowired WebApplicationContext application) throws Exception {
        MockMvc removing = MockMvcBuilders.webAppContextSetup(application)
                .addFilters((request, response, chain) -> {
                    Object ofMockMvc = request.getAttribute(MVC_RESULT);
                    Collections.list(request.getAttributeNames()).forEach(request::removeAttribute);
                    request.setAttribute(MVC_RESULT, ofMockMvc);
                    chain.doFilter(request, response);
                })
                .build();

        removing.perform(get("/me").with(dependency(User.class, ALICE)))
                .andExpect(content().string("alice"));
    }

    @Test
    void takesANameWhereSeveralMatch() throws Exception {
        mvc.perform(get("/baskets").with(dependency(Access.Basket.class, "second", new Access.Basket("mine"))))
                .andExpect(content().string("first mine"));
    }

    @Test
    void failsWhereItMatchesNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> mvc.perform(get("/me").with(dependency(OneRequestTests.class, this))))
                .withMessageStartingWith("'OneRequestTests' is no dependency of this application. Nearest: ");
    }

    @Test
    void failsWithoutAnApplication() {
        assertThatIllegalStateException()
                .isThrownBy(() -> MockMvcBuilders.standaloneSetup(orders)
                        .build()
                        .perform(get("/me").with(dependency(User.class, ALICE))))
                .withMessageContaining(
                        "webAppContextSetup(...), or with standaloneSetup(...).apply(dependencies(...))");
    }
}
