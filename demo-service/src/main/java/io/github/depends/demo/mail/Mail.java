package io.github.depends.demo.mail;

/** One mail. */
public record Mail(String to, String subject, String text) {

    /** Returns what a new user gets to read. */
    public static Mail welcome(String to, String username) {
        return new Mail(to, "Welcome to Conduit", "Hello " + username + ", your account is open.");
    }
}
