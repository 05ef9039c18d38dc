package io.github.depends.web;

import io.github.depends.graph.Argument;
import io.github.depends.graph.Argument.OfDependency;
import io.github.depends.graph.Argument.OfRequest;
import io.github.depends.graph.DependencyNode;
import io.github.depends.graph.Provider;
import io.github.depends.resolution.BindingGroup;
import io.github.depends.resolution.ResolutionPlan;
import io.github.depends.security.AnyScheme;
import io.github.depends.security.SchemeDescription;
import io.github.depends.security.SecurityScheme;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.util.StringUtils;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.multipart.MultipartRequest;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.util.WebUtils;

/**
 * The names that both the guards of an endpoint and others read, and how a request can give others another value for one
 * than a guard has seen. Immutable; what it finds out of schemes it finds once.
 */
final class GuardedNames {

    private final Supplier<ReadNames> guards;
    private final ReadNames others;

    private GuardedNames(Supplier<ReadNames> guards, ReadNames others) {
        this.guards = guards;
        this.others = others;
    }

    /** Returns those of an endpoint, {@code null} where nobody could be given another value than a guard has seen. */
    static @Nullable GuardedNames of(ResolutionPlan plan) {
        List<OfRequest> guards = requested(plan.guardGroups());
        List<Provider.OfScheme> schemes = schemes(plan.endpoint().needs());
        List<OfRequest> rest = requested(plan.validatedGroups());
        plan.endpoint().arguments().stream()
                .filter(OfRequest.class::isInstance)
                .map(OfRequest.class::cast)
                .forEach(rest::add);
        ReadNames others = ReadNames.of(rest, Set.of());
        ReadNames bound = ReadNames.of(guards, Set.of());
        boolean overridable = bound.pathVariables().stream().anyMatch(others.properties()::containsKey);
        boolean judged = bound.readsParameters() || overridable || !schemes.isEmpty();
        boolean reachable = others.readsParameters()
                || others.readsBody()
                || !others.pathVariables().isEmpty() && !bound.properties().isEmpty();
        return judged && reachable
                ? new GuardedNames(SingletonSupplier.of(() -> ReadNames.of(guards, credentials(schemes))), others)
                : null;
    }

    private static List<OfRequest> requested(List<BindingGroup> groups) {
        List<OfRequest> requested = new ArrayList<>();
        for (BindingGroup group : groups) {
            for (OfRequest argument : group.arguments()) {
                if (argument != null) {
                    requested.add(argument);
                }
            }
        }
        return requested;
    }

    private static List<Provider.OfScheme> schemes(List<OfDependency> needs) {
        Set<DependencyNode> nodes = new LinkedHashSet<>();
        needs.forEach(needed -> collect(needed.node(), nodes));
        return nodes.stream()
                .map(DependencyNode::provider)
                .filter(Provider.OfScheme.class::isInstance)
                .map(Provider.OfScheme.class::cast)
                .toList();
    }

    private static void collect(DependencyNode node, Set<DependencyNode> into) {
        if (into.add(node)) {
            Argument.dependencies(node.arguments()).forEach(needed -> collect(needed.node(), into));
        }
    }

    private static Set<String> credentials(List<Provider.OfScheme> schemes) {
        Set<String> names = new HashSet<>();
        for (Provider.OfScheme scheme : schemes) {
            collect(scheme.instance().get(), names);
        }
        return names;
    }

    private static void collect(SecurityScheme<?> scheme, Set<String> names) {
        if (scheme instanceof AnyScheme any) {
            any.schemes().values().forEach(each -> collect(each, names));
            return;
        }
        SchemeDescription described = scheme.describe();
        if ("query".equals(described.in()) && described.parameter() != null) {
            names.add(described.parameter());
        }
    }

    /** Whether a header must not fill a model attribute, because a guard has judged the query parameter of that name. */
    boolean judgesHeader(String header) {
        ReadNames judged = guards.get();
        String property = StringUtils.uncapitalize(header.replace("-", ""));
        return judged.reads(header)
                || judged.reads(property)
                || judged.pathVariables().contains(header)
                || judged.pathVariables().contains(property);
    }

    /** Compares what a request gives the guards and the others; {@code null} if it cannot give them different values. */
    @Nullable Comparison compare(SentQuery query, HttpServletRequest request) {
        boolean given = query.hasForm()
                || request.getQueryString() != null
                || request.getDispatcherType() != DispatcherType.REQUEST;
        if (!given) {
            return null;
        }
        ReadNames judged = guards.get();
        return judged.readsParameters() || !judged.pathVariables().isEmpty()
                ? new Comparison(judged, query, request)
                : null;
    }

    /** What a request gives the guards and the others for the same names. */
    final class Comparison {

        private final ReadNames judged;
        private final MultiValueMap<String, String> query;
        private final Map<String, String[]> all;
        private final Set<String> files;
        private final String place;
        private final Map<String, String> path;
        private final Map<String, String> faults = new LinkedHashMap<>();
        private final Set<String> repeated = new TreeSet<>();

        @SuppressWarnings("unchecked")
        private Comparison(ReadNames judged, SentQuery query, HttpServletRequest request) {
            this.judged = judged;
            this.query = query.parameters();
            // A forward or an include can bring parameters of its own.
            this.all = query.hasForm() || request.getDispatcherType() != DispatcherType.REQUEST
                    ? request.getParameterMap()
                    : asArrays(this.query);
            this.place = query.hasForm() ? "form" : "query";
            this.files = files(query, request);
            Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
            this.path = variables instanceof Map<?, ?> map ? (Map<String, String>) map : Map.of();
            compareForm();
            compareOtherSpellings();
            compareSeveralValues();
            comparePathVariables();
            compareParts();
        }

        /** Returns the names that are given differently, each with where the request gives what no guard has seen. */
        Map<String, String> faults() {
            return faults;
        }

        /** Returns the names that a form repeats with the value of the query. */
        Set<String> repeated() {
            return repeated;
        }

        private void compareForm() {
            if (all.size() == query.size() && files.isEmpty() && sameSizes()) {
                return;
            }
            all.forEach((key, values) -> {
                List<String> seen = query.getOrDefault(key, List.of());
                if (values.length > seen.size()) {
                    compareForm(key, Arrays.asList(values), seen);
                }
            });
            files.stream()
                    .filter(name -> judged.values().containsKey(name)
                            || judged.properties().containsKey(name))
                    .filter(others::mayRead)
                    .forEach(name -> faults.putIfAbsent(name, place));
        }

        private boolean sameSizes() {
            return all.entrySet().stream()
                    .allMatch(entry -> entry.getValue().length
                            == query.getOrDefault(entry.getKey(), List.of()).size());
        }

        private void compareForm(String key, List<String> values, List<String> seen) {
            boolean same = !seen.isEmpty() && new HashSet<>(seen).containsAll(values);
            String name = judgedName(key);
            if (!others.mayRead(name == null ? key : name)) {
                return;
            }
            if (same && (name != null || judged.everything())) {
                repeated.add(key);
            } else if (name != null) {
                faults.putIfAbsent(name, place);
            } else if (judged.everything() && !seen.isEmpty()) {
                faults.putIfAbsent(others.reads(key) ? key : "", place);
            }
        }

        private @Nullable String judgedName(String key) {
            return Stream.concat(judged.values().keySet().stream(), judged.properties().keySet().stream())
                    .filter(name -> key.equals(name)
                            || spelledOtherwise(key, name)
                            || judged.properties().containsKey(name)
                                    && plain(key).startsWith(name + "."))
                    .findFirst()
                    .orElse(null);
        }

        // A data binder takes "!tenant", "_tenant", "tenant[]" and "tenant[0]" for "tenant".
        private static boolean spelledOtherwise(String key, String name) {
            return !key.equals(name) && (plain(key).equals(name) || plain(key).startsWith(name + "["));
        }

        private static String plain(String key) {
            return key.startsWith("!") || key.startsWith("_") ? key.substring(1) : key;
        }

        private void compareOtherSpellings() {
            for (String key : query.keySet()) {
                Stream.concat(
                                both(judged.values(), others.properties()).stream(),
                                both(judged.properties(), others.values()).stream())
                        .filter(name -> spelledOtherwise(key, name))
                        .forEach(name -> faults.putIfAbsent(name, "query"));
            }
        }

        private static Set<String> both(Map<String, ?> some, Map<String, ?> others) {
            Set<String> names = new TreeSet<>(some.keySet());
            names.retainAll(others.keySet());
            return names;
        }

        private void compareSeveralValues() {
            query.forEach((name, values) -> {
                if (values.size() > 1 && new HashSet<>(values).size() > 1 && readDifferently(name)) {
                    faults.putIfAbsent(name, "query");
                }
            });
        }

        private boolean readDifferently(String name) {
            Set<Type> types = new HashSet<>(judged.types(name));
            boolean judges = !types.isEmpty() || judged.everything();
            types.addAll(others.types(name));
            boolean everything = judged.everything() ? others.reads(name) : others.everything();
            return judges && (types.size() > 1 || everything);
        }

        private void comparePathVariables() {
            for (Map.Entry<String, String> variable : path.entrySet()) {
                String name = variable.getKey();
                String[] given = all.get(name);
                boolean overridden = judged.pathVariables().contains(name)
                                && others.properties().containsKey(name)
                        || judged.properties().containsKey(name)
                                && others.pathVariables().contains(name);
                if (overridden && given != null && !List.of(given).equals(List.of(variable.getValue()))) {
                    faults.putIfAbsent(name, query.containsKey(name) ? "query" : "form");
                }
            }
        }

        // A guard reads a part where others find a parameter of the query.
        private void compareParts() {
            judged.parts().stream()
                    .filter(name -> query.containsKey(name)
                            && (others.values().containsKey(name)
                                    || others.properties().containsKey(name)))
                    .forEach(name -> faults.putIfAbsent(name, "query"));
        }

        private static Map<String, String[]> asArrays(MultiValueMap<String, String> parameters) {
            Map<String, String[]> arrays = new LinkedHashMap<>();
            parameters.forEach((name, values) -> arrays.put(name, values.toArray(String[]::new)));
            return arrays;
        }

        private static Set<String> files(SentQuery query, HttpServletRequest request) {
            MultipartRequest parts =
                    query.hasParts() ? WebUtils.getNativeRequest(request, MultipartRequest.class) : null;
            return parts == null ? Set.of() : parts.getMultiFileMap().keySet();
        }
    }
}
