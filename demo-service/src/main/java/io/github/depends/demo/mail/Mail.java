package io.github.depends.demo.mail;

/** One mail. Its subject is one line, so that it forges no other header, and no line of a log. */
public record Mail(String to, String subject, String text) {

    /** Takes what it is given, but for breaks and controls in the subject. */
    public Mail {
        subject = subject.replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029]+", " ");
    }

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
