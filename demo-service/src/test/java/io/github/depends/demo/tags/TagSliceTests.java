package io.github.depends.demo.tags;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Answers.RETURNS_DEEP_STUBS;

import io.github.depends.test.DependencyOverrides;
import io.github.depends.test.MockDependency;
import io.github.depends.transaction.RequestTransaction;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A controller alone: there is no database, and so no transaction. */
@WebMvcTest(TagController.class)
class TagSliceTests {

    @MockDependency
    RequestTransaction transaction;

    @Autowired
    DependencyOverrides overrides;

    @Autowired
    MockMvcTester mvc;

    @Test
    void showsTheTags() {
        JdbcClient jdbc = Mockito.mock(JdbcClient.class, RETURNS_DEEP_STUBS);
        Mockito.when(jdbc.sql(Mockito.anyString()).query(String.class).list()).thenReturn(List.of("dragons"));
        overrides.replace(JdbcClient.class).with(jdbc);
        assertThat(mvc.get().uri("/api/tags"))
                .bodyJson()
                .extractingPath("$.tags[0]")
                .isEqualTo("dragons");
    }
}
