package io.github.depends.examples.token;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@SpringBootTest
@AutoConfigureMockMvc
class TokenTests {

    @Autowired
    MockMvcTester mvc;

    @Test
    void issuesATokenForAPassword() {
        assertThat(post("correct horse"))
                .hasStatusOk()
                .bodyText()
                .isEqualTo("{\"access_token\":\"ann may read and write\",\"token_type\":\"Bearer\"}");
        assertThat(post("wrong")).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(post("")).hasStatus(HttpStatus.BAD_REQUEST).bodyText().contains("\"name\":\"password\"");
    }

    private MvcTestResult post(String password) {
        return mvc.post()
                .uri("/token")
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .formField("grant_type", "password")
                .formField("username", "ann")
                .formField("password", password)
                .formField("scope", "read write")
                .exchange();
    }
}
