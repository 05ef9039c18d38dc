package io.github.depends.web;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;

/** Texts of the library's own faults, in the request's language; key {@code depends.validation.CODE}, argument the name. */
final class Messages {

    private final MessageSource source;

    Messages(MessageSource source) {
        this.source = source;
    }

    String of(String code, String name) {
        String text = switch (code) {
            case "missing" -> "is required";
            case "type" -> "has the wrong type";
            case "duplicate" -> "is given more than once";
            case "unreadable" -> "cannot be read";
            default -> "is invalid";
        };
        return of(code, name, text);
    }

    /** Returns the text of a key, or else the given one. */
    String of(String key, String name, String text) {
        return java.util.Objects.requireNonNullElse(
                source.getMessage(
                        "depends.validation." + key, new Object[] {name}, text, LocaleContextHolder.getLocale()),
                text);
    }

    MessageSource source() {
        return source;
    }
}
