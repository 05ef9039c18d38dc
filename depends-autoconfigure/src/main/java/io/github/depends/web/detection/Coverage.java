package io.github.depends.web.detection;

import io.github.depends.graph.Exemption;
import io.github.depends.graph.Fault;
import io.github.depends.graph.Names;
import io.github.depends.web.detection.OtherHandler.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/** What configuration does not cover, and what is exempted: told at start-up, so that nobody has to assume. */
public final class Coverage {

    private static final Log LOGGER = LogFactory.getLog(Coverage.class);

    private final String servletPath;
    private final Set<String> lines = new TreeSet<>();
    private final Map<String, Kind> uncovered = new LinkedHashMap<>();
    private final Set<String> warnings = new LinkedHashSet<>();

    Coverage(String servletPath) {
        this.servletPath = servletPath;
    }

    void partlyCovered(String label, String pattern) {
        lines.add("Partly under '" + pattern + "', covered as a whole: " + label);
    }

    void exempted(String label, List<Exemption> exemptions) {
        if (!exemptions.isEmpty()) {
            lines.add("Exempted: " + label + " from "
                    + exemptions.stream()
                            .map(exemption -> Names.of(exemption.value()))
                            .distinct()
                            .collect(Collectors.joining(", ")));
        }
    }

    /**
     * Compares what is no controller method with the path patterns of the configuration.
     *
     * @param configured the configuration
     * @param handlers what answers without being a controller method, in the paths of the dispatcher servlet
     * @param servlets servlets beside it
     * @param filters what may answer before any of these
     * @param faults takes the handlers that the application adds below a pattern without saying so
     * @param idle takes the acknowledgements that nothing needs
     */
    void compare(
            PathUses configured,
            List<OtherHandler> handlers,
            List<OtherHandler> servlets,
            List<OtherHandler> filters,
            Consumer<Fault> faults,
            Consumer<Fault> idle) {
        if (configured.isEmpty()) {
            return;
        }
        Stream.of(handlers, servlets, filters)
                .flatMap(List::stream)
                .forEach(each -> uncovered.put(each.label(), each.kind()));
        for (GuardedPath path : guardedPaths(configured)) {
            handlers.forEach(handler -> path.compare(handler, servletPath, faults));
            servlets.forEach(servlet -> path.compare(servlet, "", faults));
            Stream.concat(handlers.stream(), servlets.stream())
                    .filter(other -> !other.addedByApplication() && path.surrounds(other))
                    .forEach(other -> warnOfLibrary(other, path));
            filters.stream().filter(path::surrounds).forEach(filter -> warnOfFilter(filter, path));
            path.tellIdleAcknowledgements(idle);
        }
    }

    private static List<GuardedPath> guardedPaths(PathUses configured) {
        Map<String, GuardedPath> paths = new LinkedHashMap<>();
        configured
                .patterns()
                .forEach(pattern -> paths.computeIfAbsent(
                                pattern.pattern().toString(), first -> new GuardedPath(pattern))
                        .add(pattern));
        return new ArrayList<>(paths.values());
    }

    private void warnOfLibrary(OtherHandler handler, GuardedPath path) {
        warnings.add("The path pattern '" + path + "' looks as if it covered " + handler.label()
                + ", but that comes with a library and is served WITHOUT the guards of the pattern; guard it by other means"
                + " (Spring Security, a filter)");
    }

    private void warnOfFilter(OtherHandler filter, GuardedPath path) {
        warnings.add("What " + filter.label() + " answers itself below the path pattern '" + path
                + "' is answered before the guards of that path run");
    }

    /** Returns what is exempted or partly covered, and how much is not covered at all: a line for each. */
    public List<String> lines() {
        List<String> all = new ArrayList<>(lines);
        if (!uncovered.isEmpty()) {
            all.add("Not covered by application and path uses: "
                    + Stream.of(Kind.values())
                            .flatMap(kind -> kind.count(uncovered.values()))
                            .collect(Collectors.joining(", "))
                    + ". Set logging.level." + Coverage.class.getPackageName() + "=DEBUG to see them");
        }
        return all;
    }

    /** Returns a line for each handler that is not covered. */
    public List<String> uncovered() {
        return uncovered.keySet().stream()
                .map(label -> "Not covered by application and path uses: " + label)
                .toList();
    }

    /** Writes all this to the log: what is not covered as a number, and one by one at DEBUG. */
    public void log() {
        lines().forEach(LOGGER::info);
        if (LOGGER.isDebugEnabled()) {
            uncovered().forEach(LOGGER::debug);
        }
        warnings.forEach(LOGGER::warn);
    }

    /** Returns what looks covered and is not, and what may answer before the guards. */
    public List<String> warnings() {
        return List.copyOf(warnings);
    }
}
