package io.github.depends.demo.mail;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stands in where there is no mail server: tells the log that there is mail, but not whose. */
public final class LogMailer implements Mailer {

    private static final Logger LOGGER = LoggerFactory.getLogger(LogMailer.class);

    @Override
    public void send(Mail mail) {
        LOGGER.info("Mail: {}", mail.subject());
    }
}
