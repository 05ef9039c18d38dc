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

    private static final String WELCOME = "Welcome to Conduit";

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
        assertThat(mailer.awaitTo(member.email(), WELCOME))
                .isEqualTo(new Mail(member.email(), WELCOME, "Hello " + member.username() + ", your account is open."));
        invalid(
                conduit.stranger().post("/api/users", user(member.username(), "again@example.org", PASSWORD)),
                "has already been taken");
        mailer.awaitTo(conduit.register().email(), WELCOME);
        assertThat(mailer.sentTo("again@example.org")).isEmpty();
    }

    @Test
    void registersAUserWhoseMailCannotBeSent() throws InterruptedException {
        mailer.breakDown();
        Member member = conduit.register();
        mailer.awaitTo(member.email(), WELCOME);
        member.client().get("/api/user").expectStatus().isOk();
    }

    @Test
    void tellsAnAuthorOfACommentOnceTheCommenterHasTheAnswer() throws InterruptedException {
        Member author = conduit.register();
        String slug = author.publish("Dragons");
        Member reader = conduit.register();
        author.comment(slug, "My own");
        reader.comment(slug, "It works!");
        assertThat(mailer.awaitTo(author.email(), "A comment on Dragons").text())
                .isEqualTo("It works!");
        assertThat(mailer.sentTo(author.email())).extracting(Mail::text).doesNotContain("My own");
    }

    @Test
    void keepsACommentOfWhichNobodyCanBeTold() throws InterruptedException {
        Member author = conduit.register();
        String slug = author.publish("Dragons");
        mailer.breakDown();
        conduit.register().comment(slug, "It works!");
        mailer.awaitTo(author.email(), "A comment on Dragons");
        conduit.stranger()
                .get("/api/articles/{slug}/comments", slug)
                .expectBody()
                .jsonPath("$.comments.length()")
                .isEqualTo(1);
    }
}
