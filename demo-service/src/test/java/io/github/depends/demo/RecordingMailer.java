package io.github.depends.demo;

import io.github.depends.demo.mail.LogMailer;
import io.github.depends.demo.mail.Mail;
import io.github.depends.demo.mail.Mailer;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.test.context.TestComponent;

/** Keeps what the service sends, and sends nothing. */
@TestComponent
class RecordingMailer implements Mailer {

    private final BlockingQueue<Mail> sent = new LinkedBlockingQueue<>();
    private final LogMailer log = new LogMailer();

    private volatile boolean broken;

    @Override
    public void send(Mail mail) {
        sent.add(mail);
        if (broken) {
            throw new IllegalStateException("the mail server does not answer");
        }
        log.send(mail);
    }

    void breakDown() {
        broken = true;
    }

    void reset() {
        broken = false;
        sent.clear();
    }

    /** Waits for the next mail. */
    Mail next() throws InterruptedException {
        Mail mail = sent.poll(10, TimeUnit.SECONDS);
        if (mail == null) {
            throw new AssertionError("there was no mail");
        }
        return mail;
    }
}
