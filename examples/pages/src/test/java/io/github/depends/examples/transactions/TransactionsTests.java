package io.github.depends.examples.transactions;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@SpringBootTest
@AutoConfigureMockMvc
class TransactionsTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void createTable() {
        jdbc.sql("drop table if exists booking").update();
        jdbc.sql("create table booking (text varchar(100) unique)").update();
    }

    @Test
    void keepsABooking() {
        assertThat(post("/bookings", "window")).hasStatusOk().bodyText().isEqualTo("{\"text\":\"window\"}");
        assertThat(mvc.get().uri("/bookings")).bodyText().isEqualTo("[{\"text\":\"window\"}]");
    }

    @Test
    void beginsNoTransactionForAWrongRequest() {
        assertThat(post("/bookings", " ")).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(jdbc.sql("select text from booking").query(String.class).list())
                .isEmpty();
    }

    @Test
    void rollsATrialBack() {
        assertThat(post("/bookings/trial", "aisle"))
                .bodyText()
                .isEqualTo("{\"booking\":{\"text\":\"aisle\"},\"count\":1}");
        assertThat(mvc.get().uri("/bookings")).bodyText().isEqualTo("[]");
    }

    private MvcTestResult post(String path, String text) {
        return mvc.post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"text\": \"" + text + "\"}")
                .exchange();
    }
}
