package io.github.depends.examples.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@SpringBootTest
@AutoConfigureMockMvc
class TasksTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Letters letters;

    @Test
    void sendsAMailWhenTheRequestIsOver() throws InterruptedException {
        assertThat(mvc.post().uri("/users?name=ann")).hasStatusOk().bodyText().isEqualTo("{\"name\":\"ann\"}");
        assertThat(letters.sent.poll(20, TimeUnit.SECONDS)).isEqualTo(new User("ann"));
        assertThat(mvc.post().uri("/users?name= ")).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(letters.sent).isEmpty();
    }

    @TestConfiguration
    static class Letters implements Mailer {

        private final LinkedBlockingQueue<User> sent = new LinkedBlockingQueue<>();

        @Override
        public void welcome(User user) {
            sent.add(user);
        }
    }
}
