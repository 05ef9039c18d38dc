package io.github.depends.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.depends.fixtures.slice.SliceApplication;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A slice with one controller keeps what the application has configured. */
@WebMvcTest(SliceApplication.Items.class)
@ContextConfiguration(classes = SliceApplication.class)
@Import(SliceApplication.Marks.class)
class SliceTests {

    @Autowired
    private MockMvcTester mvc;

    @Test
    void keepsUsesThatAClassOrALambdaConfigures() {
        MvcTestResult answer = mvc.get().uri("/items/one").exchange();
        assertThat(answer).hasStatusOk().hasBodyTextEqualTo("one");
        assertThat(answer.getResponse().getHeaders("X-Mark")).containsExactly("application", "lambda");
    }
}
