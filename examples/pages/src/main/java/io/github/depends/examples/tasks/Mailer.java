package io.github.depends.examples.tasks;

/** Sends mail. */
interface Mailer {

    void welcome(User user);
}
