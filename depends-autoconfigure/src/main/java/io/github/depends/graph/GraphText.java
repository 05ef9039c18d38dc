package io.github.depends.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.ResolvableType;

/** Writes a graph as lines that a reviewer can read and compare: endpoints with their guards, then dependencies. */
final class GraphText {

    private GraphText() {}

    static String of(DependencyGraph graph) {
        List<String> lines =
                new ArrayList<>(List.of("# Endpoints: what guards them, in order, and what else they use"));
        // Not by title: controllers of two packages can look the same.
        Stream.concat(
                        graph.endpoints().stream()
                                .filter(endpoint -> endpoint.declaration().own())
                                .map(endpoint ->
                                        title(endpoint.declaration()) + "\n" + String.join("\n", body(endpoint))),
                        graph.withoutDependencies().stream()
                                .filter(EndpointDeclaration::own)
                                .map(declaration -> title(declaration) + "\n  no dependencies"))
                .sorted()
                .forEach(endpoint -> lines.addAll(List.of("", endpoint)));
        lines.add("");
        lines.add("# Dependencies: what they give and what they take");
        lines.add("");
        graph.nodes().stream().map(GraphText::line).sorted().distinct().forEach(lines::add);
        return String.join("\n", lines) + "\n";
    }

    private static String title(EndpointDeclaration declaration) {
        return declaration.label() + " -> " + declaration.site();
    }

    private static List<String> body(Endpoint endpoint) {
        List<String> lines = new ArrayList<>();
        List<Argument.OfDependency> guards = Guards.of(endpoint);
        guards.forEach(guard -> lines.add("  guard " + guard(guard)));
        Set<DependencyNode> guarding =
                guards.stream().map(Argument.OfDependency::node).collect(Collectors.toSet());
        Guards.reached(endpoint).stream()
                .filter(node -> !guarding.contains(node))
                .forEach(node -> lines.add("  uses " + label(node)));
        return lines.isEmpty() ? List.of("  no dependencies") : lines;
    }

    private static String guard(Argument.OfDependency guard) {
        String scopes =
                guard.use().oauth2Scopes().isEmpty() ? "" : " " + guard.use().oauth2Scopes();
        return label(guard.node()) + scopes;
    }

    private static String label(DependencyNode node) {
        return node.annotation() == null
                ? node.label()
                : node.label() + " " + node.annotation().toString().replaceAll("@[\\w.$]*?(\\w+)\\(", "@$1(");
    }

    private static String line(DependencyNode node) {
        Provider provider = node.provider();
        String value = provider.valueType() == ResolvableType.NONE
                ? "check"
                : (node.yields() ? "yields " : "gives ") + Names.of(provider.valueType());
        String takes = node.arguments().stream().map(GraphText::argument).collect(Collectors.joining(", "));
        return label(node) + " " + value + (node.guard() ? ", guard" : "") + (optional(provider) ? ", optional" : "")
                + (takes.isEmpty() ? "" : " <- " + takes);
    }

    private static boolean optional(Provider provider) {
        return provider instanceof Provider.OfScheme scheme
                && !scheme.instance().get().required();
    }

    private static String argument(Argument argument) {
        if (argument instanceof Argument.OfDependency needed) {
            return label(needed.node());
        }
        if (argument instanceof Argument.OfRequest request) {
            String in = request.place().in();
            return in == null
                    ? Names.of(request.parameter().getParameterType())
                    : in + (request.name().isEmpty() ? "" : " " + request.name());
        }
        return argument instanceof Argument.OfScopes
                ? "SecurityScopes"
                : argument instanceof Argument.OfTasks ? "BackgroundTasks" : "annotation";
    }
}
