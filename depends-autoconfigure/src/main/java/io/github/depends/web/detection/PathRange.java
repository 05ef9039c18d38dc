package io.github.depends.web.detection;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.UriUtils;
import org.springframework.web.util.pattern.PathPatternParser;

/** All paths that a path pattern matches, to be compared with those of another; in doubt they meet. */
final class PathRange {

    private static final PathPatternParser CASE_INSENSITIVE = new PathPatternParser();

    static {
        CASE_INSENSITIVE.setCaseSensitive(false);
    }

    private final String pattern;
    private final List<String> segments;

    private PathRange(String pattern, List<String> segments) {
        this.pattern = pattern;
        this.segments = segments;
    }

    static PathRange of(String pattern) {
        return new PathRange(pattern, segments(pattern));
    }

    // A slash inside braces belongs to a regular expression; one at the end is followed by an empty segment.
    private static List<String> segments(String pattern) {
        List<String> segments = new ArrayList<>();
        StringBuilder segment = new StringBuilder();
        int depth = 0;
        for (char each : pattern.toCharArray()) {
            depth += each == '{' ? 1 : each == '}' ? -1 : 0;
            if (each != '/' || depth > 0) {
                segment.append(each);
            } else if (!segment.isEmpty()) {
                segments.add(segment.toString());
                segment.setLength(0);
            }
        }
        segments.add(segment.toString());
        return List.copyOf(segments);
    }

    /** Whether a path exists that both match. */
    boolean meets(PathRange other) {
        return meets(0, other, 0);
    }

    /** Whether this matches all that the other matches; in doubt it does not. */
    boolean contains(PathRange other) {
        return contains(0, other, 0);
    }

    private boolean contains(int index, PathRange other, int otherIndex) {
        if (otherIndex == other.segments.size()) {
            return segments.subList(index, segments.size()).stream().allMatch(PathRange::many);
        }
        if (index == segments.size()) {
            return false;
        }
        String own = segments.get(index);
        if (many(own)) {
            return index + 1 == segments.size()
                    || contains(index + 1, other, otherIndex)
                    || contains(index, other, otherIndex + 1);
        }
        String theirs = other.segments.get(otherIndex);
        return !many(theirs)
                && (own.equals("*")
                        || any(own) && !theirs.isEmpty() && !theirs.equals("*")
                        || !variable(theirs) && matches(own, theirs))
                && contains(index + 1, other, otherIndex + 1);
    }

    private boolean meets(int index, PathRange other, int otherIndex) {
        boolean end = index == segments.size();
        boolean otherEnd = otherIndex == other.segments.size();
        if (!end && many(segments.get(index))) {
            return meets(index + 1, other, otherIndex) || !otherEnd && meets(index, other, otherIndex + 1);
        }
        if (!otherEnd && many(other.segments.get(otherIndex))) {
            return meets(index, other, otherIndex + 1) || !end && meets(index + 1, other, otherIndex);
        }
        if (end || otherEnd) {
            return end ? other.onlySlashFrom(otherIndex) : onlySlashFrom(index);
        }
        return meets(segments.get(index), other.segments.get(otherIndex)) && meets(index + 1, other, otherIndex + 1);
    }

    // Whether a path may be asked for with or without a slash at its end is for the application to configure.
    private boolean onlySlashFrom(int index) {
        return segments.subList(index, segments.size()).stream().allMatch(String::isEmpty);
    }

    private static boolean meets(String one, String other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.equals(other) || one.equals("*") || other.equals("*");
        }
        if (variable(one)) {
            return variable(other) || matches(one, other);
        }
        return variable(other) ? matches(other, one) : one.equalsIgnoreCase(other);
    }

    private static boolean matches(String pattern, String segment) {
        try {
            return CASE_INSENSITIVE.parse("/" + pattern).matches(PathContainer.parsePath("/" + encoded(segment)));
        } catch (IllegalArgumentException unreadable) {
            return true;
        }
    }

    // A literal of a pattern stands for what a path says decoded.
    private static String encoded(String literal) {
        return UriUtils.encodePathSegment(literal, StandardCharsets.UTF_8);
    }

    private static boolean variable(String segment) {
        return segment.contains("{") || segment.contains("*") || segment.contains("?");
    }

    private static boolean any(String segment) {
        return segment.matches("\\{[^:{}*]+}");
    }

    private static boolean many(String segment) {
        return segment.equals("**") || segment.startsWith("{*");
    }

    @Override
    public String toString() {
        return pattern;
    }
}
