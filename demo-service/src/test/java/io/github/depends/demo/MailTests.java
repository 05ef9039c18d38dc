package io.github.depends.demo;

import static io.github.depends.demo.Conduit.PASSWORD;
import static io.github.depends.demo.Conduit.user;
import static io.github.depends.demo.Refusals.invalid;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.depends.demo.Conduit.Member;
import io.github.depends.demo.mail.Mail;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ConduitTest
class MailTests {

    @Autowired
    Conduit conduit;

    @Autowired
    RecordingMailer mailer;

    @AfterEach
    void reset() {
        mailer.reset();
    }

    @Test
    void welcomesANewUserAndNobodyWhoWasRefused() throws InterruptedException {
        Member member = conduit.register();
        assertThat(nextTo(member.email()))
                .isEqualTo(new Mail(
                        member.email(),
                        "Welcome to Conduit",
                        "Hello " + member.username() + ", your account is open."));
        invalid(
                conduit.stranger().post("/api/users", user(member.username(), "again@example.org", PASSWORD)),
                "has already been taken");
        assertThat(nextTo(conduit.register().email())).isNotNull();
    }

    @Test
    void registersAUserWhoseMailCannotBeSent() throws InterruptedException {
        mailer.breakDown();
        Member member = conduit.register();
        nextTo(member.email());
        member.client().get("/api/user").expectStatus().isOk();
    }

    /** Waits for a mail; those of users whom other tests registered may come before it. */
    private Mail nextTo(String recipient) throws InterruptedException {
        Mail mail = mailer.next();
        while (!mail.to().equals(recipient)) {
            assertThat(mail.to()).isNotEqualTo("again@example.org");
            mail = mailer.next();
        }
        return mail;
    }
}
