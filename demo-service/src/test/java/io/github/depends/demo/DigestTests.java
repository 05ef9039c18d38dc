package io.github.depends.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.depends.Dependencies;
import io.github.depends.demo.Conduit.Member;
import io.github.depends.demo.digest.Digest;
import io.github.depends.demo.mail.Mail;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.config.CronTask;
import org.springframework.scheduling.config.ScheduledTaskHolder;

@ConduitTest
class DigestTests {

    @Autowired
    Conduit conduit;

    @Autowired
    Dependencies dependencies;

    @Autowired
    ScheduledTaskHolder scheduled;

    @Autowired
    RecordingMailer mailer;

    @Autowired
    JdbcClient jdbc;

    private Member reader;
    private Member other;

    @BeforeEach
    void publish() {
        jdbc.sql("delete from digest").update();
        Member author = conduit.register();
        reader = conduit.register();
        other = conduit.register();
        for (Member each : List.of(reader, other)) {
            each.client()
                    .post("/api/profiles/" + author.username() + "/follow")
                    .expectStatus()
                    .isOk();
        }
        author.publish("Morning news");
        author.publish("More of it");
        jdbc.sql("update article set created_at = ? where author_id = (select id from account where username = ?)")
                .params(yesterday().atTime(23, 59).atOffset(ZoneOffset.UTC), author.username())
                .update();
    }

    @AfterEach
    void reset() {
        mailer.reset();
    }

    @Test
    void readersGetInTheMorningWhatWasPublishedTheDayBefore() throws InterruptedException {
        CronTask nightly =
                (CronTask) scheduled.getScheduledTasks().iterator().next().getTask();
        assertThat(nightly.getExpression()).isEqualTo("0 0 4 * * *");
        nightly.getRunnable().run();
        Mail mail = mailer.awaitTo(reader.email(), "New on Conduit");
        assertThat(mail.text())
                .startsWith("Hello " + reader.username() + ",")
                .containsSubsequence("Morning news, by ", "More of it, by ");
    }

    @Test
    void nobodyGetsADayTwice() throws InterruptedException {
        send(yesterday());
        mailer.awaitTo(reader.email(), "New on Conduit");
        send(yesterday());
        mailer.awaitTo(conduit.register().email(), "Welcome to Conduit");
        assertThat(mailer.sentTo(reader.email())).extracting(Mail::subject).containsOnlyOnce("New on Conduit");
    }

    @Test
    void ofManyWhoSendADayAtOnceOneDoes() throws Exception {
        Crowd.atOnce(List.of(1, 2, 3, 4, 5, 6, 7, 8), instance -> send(yesterday()));
        mailer.awaitTo(reader.email(), "New on Conduit");
        mailer.awaitTo(other.email(), "New on Conduit");
        assertThat(mailer.sentTo(reader.email())).extracting(Mail::subject).containsOnlyOnce("New on Conduit");
    }

    @Test
    void aDayThatCouldNotBeKeptIsNotSent() throws InterruptedException {
        jdbc.sql("alter table digest add constraint kept check (on_day < date '2000-01-01')")
                .update();
        try {
            assertThatThrownBy(() -> send(yesterday())).isInstanceOf(DataIntegrityViolationException.class);
        } finally {
            jdbc.sql("alter table digest drop constraint kept").update();
        }
        assertThat(mailer.sentTo(reader.email())).extracting(Mail::subject).doesNotContain("New on Conduit");
        send(yesterday());
        mailer.awaitTo(reader.email(), "New on Conduit");
    }

    @Test
    void aMailThatCannotBeSentKeepsNoOtherBack() throws InterruptedException {
        mailer.breakDown();
        send(yesterday());
        mailer.awaitTo(reader.email(), "New on Conduit");
        mailer.awaitTo(other.email(), "New on Conduit");
    }

    private void send(LocalDate day) {
        dependencies.run(open -> open.get(Digest.class).send(day));
    }

    private static LocalDate yesterday() {
        return LocalDate.now(ZoneOffset.UTC).minusDays(1);
    }
}
