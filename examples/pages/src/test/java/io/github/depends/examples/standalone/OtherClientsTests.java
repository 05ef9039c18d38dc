package io.github.depends.examples.standalone;

import static io.github.depends.test.DependencyMockMvcConfigurers.dependencies;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.github.depends.security.HttpBearer;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class OtherClientsTests {

    @Test
    void servesMockMvc() throws Exception {
        MockMvc mvc = MockMvcBuilders.standaloneSetup(new ArticleController())
                .apply(dependencies(Access.class, HttpBearer.of(), new ArticlesInMemory()))
                .build();

        mvc.perform(get("/articles")).andExpect(status().isUnauthorized());
        mvc.perform(get("/articles").header("Authorization", "Bearer alice")).andExpect(status().isOk());
    }

    @Test
    void servesARestTestClient() {
        RestTestClient client = RestTestClient.bindToController(new ArticleController())
                .configureServer(
                        builder -> builder.apply(dependencies(Access.class, HttpBearer.of(), new ArticlesInMemory())))
                .build();

        client.get().uri("/articles").exchange().expectStatus().isUnauthorized();
        client.get()
                .uri("/articles")
                .header("Authorization", "Bearer alice")
                .exchange()
                .expectStatus()
                .isOk();
    }
}
