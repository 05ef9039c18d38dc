package io.github.depends.web.detection;

import java.util.Arrays;
import java.util.List;
import org.springframework.http.server.PathContainer;
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
        return new PathRange(
                pattern,
                Arrays.stream(pattern.split("/"))
                        .filter(segment -> !segment.isEmpty())
                        .toList());
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
                && (any(own) || !variable(theirs) && matches(own, theirs))
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
            return end && otherEnd;
        }
        return meets(segments.get(index), other.segments.get(otherIndex)) && meets(index + 1, other, otherIndex + 1);
    }

    private static boolean meets(String one, String other) {
        if (variable(one)) {
            return variable(other) || matches(one, other);
        }
        return variable(other) ? matches(other, one) : one.equalsIgnoreCase(other);
    }

    private static boolean matches(String pattern, String segment) {
        return CASE_INSENSITIVE.parse("/" + pattern).matches(PathContainer.parsePath("/" + segment));
    }

    private static boolean variable(String segment) {
        return segment.contains("{") || segment.contains("*") || segment.contains("?");
    }

    private static boolean any(String segment) {
        return segment.equals("*") || segment.matches("\\{[^:{}*]+}");
    }

    private static boolean many(String segment) {
        return segment.equals("**") || segment.startsWith("{*");
    }

    @Override
    public String toString() {
        return pattern;
    }
}
