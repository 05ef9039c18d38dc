package io.github.depends.demo.mail;

/** One mail. */
public record Mail(String to, String subject, String text) {

    /** Returns what a new user gets to read. */
    public static Mail welcome(String to, String username) {
        return new Mail(to, "Welcome to Conduit", "Hello " + username + ", your account is open.");
    }

    /** Returns what a reader gets in the morning. */
    public static Mail digest(String to, String username, String titles) {
        return new Mail(to, "New on Conduit", "Hello " + username + ", there is something to read:\n" + titles);
    }

    /** Returns what an author gets to know of a comment. */
    public static Mail comment(String to, String title, String text) {
        return new Mail(to, "A comment on " + title, text);
    }
}
