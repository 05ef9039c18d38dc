package io.github.depends.web.detection;

import io.github.depends.graph.Fault;
import io.github.depends.graph.Names;
import io.github.depends.graph.RouteUse;
import io.github.depends.graph.Site;
import io.github.depends.graph.Use;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All that the configuration says of one path pattern: its uses, and what it acknowledges to be served without them. */
final class GuardedPath {

    private final PathRange range;
    private final Site site;
    private final List<RouteUse> uses = new ArrayList<>();
    private final Map<PathRange, Site> unneeded = new LinkedHashMap<>();
    private final List<PathRange> acknowledged = new ArrayList<>();

    GuardedPath(PathUses.Pattern first) {
        this.range = first.pattern();
        this.site = first.site();
    }

    void add(PathUses.Pattern pattern) {
        uses.addAll(pattern.uses());
        acknowledged.addAll(pattern.acknowledged());
        pattern.acknowledged().forEach(each -> unneeded.put(each, pattern.site()));
    }

    /** Whether all that a handler answers lies below this path, unless that is the path of everything. */
    boolean surrounds(OtherHandler handler) {
        return !uses.isEmpty()
                && !range.toString().equals(PredicatePaths.ANY)
                && !handler.patterns().isEmpty()
                && handler.patterns().stream().map(PathRange::of).allMatch(range::contains);
    }

    /**
     * Looks whether a handler answers below this path without its uses.
     *
     * @param handler the handler
     * @param servletPath what comes before its patterns within the application
     * @param faults takes what is neither a library's nor acknowledged
     */
    void compare(OtherHandler handler, String servletPath, Consumer<Fault> faults) {
        List<String> open = handler.patterns().stream()
                .filter(pattern -> ranges(pattern, servletPath).anyMatch(range::meets))
                .filter(pattern -> !acknowledge(pattern, servletPath))
                .sorted()
                .toList();
        if (handler.addedByApplication() && !open.isEmpty() && !uses.isEmpty()) {
            faults.accept(fault(handler, open));
        }
    }

    private boolean acknowledge(String pattern, String servletPath) {
        List<PathRange> matching = acknowledged.stream()
                .filter(known -> ranges(pattern, servletPath)
                        .anyMatch(path -> known.toString().equals(path.toString()) || known.contains(path)))
                .toList();
        matching.forEach(unneeded::remove);
        return !matching.isEmpty();
    }

    private static Stream<PathRange> ranges(String pattern, String servletPath) {
        return Stream.of(pattern, servletPath + pattern).distinct().map(PathRange::of);
    }

    private Fault fault(OtherHandler handler, List<String> open) {
        return new Fault(
                open.stream().map(each -> "'" + each + "'").collect(Collectors.joining(", "))
                        + " can match paths below '"
                        + range + "', but is served WITHOUT these guards: " + guards()
                        + ". They cover controller methods only. It is served by: " + handler.label(),
                site,
                "Write it as a controller method. If it needs no guard, or is guarded by other means (Spring Security, a"
                        + " filter), acknowledge it: registry.path(\"" + range + "\").uncovered("
                        + open.stream().map(each -> "\"" + each + "\"").collect(Collectors.joining(", ")) + ").");
    }

    private String guards() {
        return uses.stream()
                .map(RouteUse::use)
                .map(GuardedPath::label)
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static String label(Use use) {
        if (!use.composed().isEmpty()) {
            return "@" + Names.of(use.composed().get(0).annotationType());
        }
        return Names.of(use.requested()) + (use.name().isEmpty() ? "" : " named '" + use.name() + "'");
    }

    void tellIdleAcknowledgements(Consumer<Fault> idle) {
        unneeded.forEach((pattern, asker) -> idle.accept(new Fault(
                "The acknowledgement uncovered(\"" + pattern + "\") matches nothing that is served below '" + range
                        + "' without its guards",
                asker,
                "Write the pattern by which the handler is mapped, or remove the acknowledgement.")));
    }

    @Override
    public String toString() {
        return range.toString();
    }
}
