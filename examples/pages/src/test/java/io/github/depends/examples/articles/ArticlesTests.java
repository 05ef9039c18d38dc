package io.github.depends.examples.articles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@SpringBootTest
@AutoConfigureMockMvc
@Import(OpenedConnections.class)
class ArticlesTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    OpenedConnections opened;

    @BeforeEach
    void createTables() {
        jdbc.sql("create table if not exists article as select 'Dragons' as title")
                .update();
        jdbc.sql("create table if not exists reader as select 'ann' as name").update();
        opened.forget();
    }

    @Test
    void givesArticlesToAReader() {
        assertThat(get("/articles?limit=1", "good-ann"))
                .hasStatusOk()
                .bodyText()
                .isEqualTo("[{\"title\":\"Dragons\"}]");
        assertThat(opened.count()).isOne();
    }

    @Test
    void sharesTheConnectionThatASupplierHasOpened() {
        assertThat(get("/moderation", "good-ann")).hasStatusOk().bodyText().isEqualTo("[{\"title\":\"Dragons\"}]");
        assertThat(opened.count()).isOne();
    }

    @Test
    void aBadTokenOpensNoConnection() {
        assertThat(get("/articles", "forged")).hasStatus(HttpStatus.UNAUTHORIZED);
        assertThat(get("/moderation", "forged")).hasStatus(HttpStatus.UNAUTHORIZED);
        assertThat(mvc.get().uri("/articles?limit=1000")).hasStatus(HttpStatus.UNAUTHORIZED);
        assertThat(opened.count()).isZero();
    }

    @Test
    void someoneUnknownIsRefusedBeforeTheRequestIsLookedAt() {
        assertThat(get("/articles?limit=1000", "good-eve")).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(get("/articles?limit=1000", "good-ann")).hasStatus(HttpStatus.BAD_REQUEST);
    }

    private MvcTestResult get(String path, String token) {
        return mvc.get().uri(path).header("Authorization", "Bearer " + token).exchange();
    }
}
