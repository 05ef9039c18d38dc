package io.github.depends.demo.mail;

/** Sends mail. */
public interface Mailer {

    /** Sends a mail, or throws what keeps it from being sent. */
    void send(Mail mail);
}
