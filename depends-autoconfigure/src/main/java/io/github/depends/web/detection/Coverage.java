package io.github.depends.web.detection;

import io.github.depends.graph.Exemption;
import io.github.depends.graph.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What configuration does not cover, and what is exempted: listed at start-up, so that nobody has to assume. */
public final class Coverage {

    private final List<String> lines = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private final List<NotCovered> notCovered = new ArrayList<>();

    void notCovered(String label, Set<String> patterns) {
        notCovered.add(new NotCovered(label, patterns));
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

    void finish(PathUses configured) {
        for (NotCovered each : notCovered) {
            if (!configured.isEmpty()) {
                lines.add("Not covered by application and path uses: " + each.label());
            }
            for (PathUses.Pattern pattern : configured.patterns()) {
                if (each.patterns().stream().map(PathRange::of).anyMatch(pattern.pattern()::contains)) {
                    warnings.add("The path pattern '" + pattern.pattern() + "' looks as if it covered " + each.label()
                            + ", but it does not: that is no controller of the application");
                }
            }
        }
    }

    /** Returns the lines to list. */
    public List<String> lines() {
        return lines.stream().distinct().toList();
    }

    /** Returns what looks covered and is not. */
    public List<String> warnings() {
        return warnings.stream().distinct().toList();
    }

    private record NotCovered(String label, Set<String> patterns) {}
}
