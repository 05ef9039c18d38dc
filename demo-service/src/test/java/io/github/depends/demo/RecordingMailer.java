package io.github.depends.demo;

import io.github.depends.demo.mail.LogMailer;
import io.github.depends.demo.mail.Mail;
import io.github.depends.demo.mail.Mailer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.test.context.TestComponent;

/** Keeps what the service sends, and sends nothing. */
@TestComponent
class RecordingMailer implements Mailer {

    private final List<Mail> sent = new ArrayList<>();
    private final LogMailer log = new LogMailer();

    private volatile boolean broken;

    @Override
    public void send(Mail mail) {
        add(mail);
        if (broken) {
            throw new IllegalStateException("the mail server does not answer");
        }
        log.send(mail);
    }

    private synchronized void add(Mail mail) {
        sent.add(mail);
        notifyAll();
    }

    void breakDown() {
        broken = true;
    }

    synchronized void reset() {
        broken = false;
        sent.clear();
    }

    /** Returns the mail that somebody has got. */
    synchronized List<Mail> sentTo(String recipient) {
        return sent.stream().filter(mail -> mail.to().equals(recipient)).toList();
    }

    /** Waits for the first mail that somebody gets on a subject. */
    synchronized Mail awaitTo(String recipient, String subject) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (true) {
            for (Mail mail : sentTo(recipient)) {
                if (mail.subject().equals(subject)) {
                    return mail;
                }
            }
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0) {
                throw new AssertionError("there was no mail to " + recipient + ": " + subject);
            }
            wait(left);
        }
    }
}
