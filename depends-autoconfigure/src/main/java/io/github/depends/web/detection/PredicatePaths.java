package io.github.depends.web.detection;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.servlet.function.RequestPredicate;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.ServerRequest;

/** Reads which paths the predicate of a functional route can match; in doubt, all. */
final class PredicatePaths implements RequestPredicates.Visitor {

    static final String ANY = "/**";
    private static final String NONE = "";

    private final Deque<Set<String>> read = new ArrayDeque<>();
    private final String withoutPath;
    private final Function<RequestPredicate, String> unknown;
    private final BinaryOperator<Set<String>> and;

    private PredicatePaths(
            String withoutPath, Function<RequestPredicate, String> unknown, BinaryOperator<Set<String>> and) {
        this.withoutPath = withoutPath;
        this.unknown = unknown;
        this.and = and;
    }

    /** Returns patterns that contain every path for which a predicate holds. */
    static Set<String> matched(RequestPredicate predicate) {
        return new PredicatePaths(ANY, any -> ANY, (left, right) -> left.contains(ANY) ? right : left).read(predicate);
    }

    /** Returns the patterns of what a predicate takes from the path before nested routes see the rest. */
    static Set<String> consumed(RequestPredicate predicate) {
        return new PredicatePaths(NONE, PredicatePaths::consumedByUnknown, PredicatePaths::join).read(predicate);
    }

    private static String consumedByUnknown(RequestPredicate predicate) {
        var nest = ReflectionUtils.findMethod(predicate.getClass(), "nest", ServerRequest.class);
        return nest == null || nest.getDeclaringClass() == RequestPredicate.class ? NONE : ANY;
    }

    /** Returns all paths that begin with one of these and go on with one of those. */
    static Set<String> join(Set<String> prefixes, Set<String> rest) {
        Set<String> joined = new LinkedHashSet<>();
        for (String prefix : prefixes) {
            for (String path : rest) {
                joined.add(join(prefix, path));
            }
        }
        return joined;
    }

    private static String join(String prefix, String path) {
        String start = prefix.endsWith("/") ? prefix.substring(0, prefix.length() - 1) : prefix;
        return path.isEmpty() || path.startsWith("/") ? start + path : start + "/" + path;
    }

    private Set<String> read(RequestPredicate predicate) {
        predicate.accept(this);
        return read.size() == 1 ? read.pop() : Set.of(ANY);
    }

    private void add(String path) {
        read.push(Set.of(path));
    }

    // A predicate of the application's own may call these methods in any order.
    private Set<String> last() {
        @Nullable Set<String> last = read.poll();
        return last == null ? Set.of(ANY) : last;
    }

    @Override
    public void method(Set<HttpMethod> methods) {
        add(withoutPath);
    }

    @Override
    public void path(String pattern) {
        add(pattern);
    }

    @Override
    public void pathExtension(String extension) {
        add(withoutPath);
    }

    @Override
    public void header(String name, String value) {
        add(withoutPath);
    }

    @Override
    public void param(String name, String value) {
        add(withoutPath);
    }

    @Override
    public void version(String version) {
        add(withoutPath);
    }

    @Override
    public void startAnd() {}

    @Override
    public void and() {}

    @Override
    public void endAnd() {
        Set<String> right = last();
        read.push(and.apply(last(), right));
    }

    @Override
    public void startOr() {}

    @Override
    public void or() {}

    @Override
    public void endOr() {
        Set<String> both = new LinkedHashSet<>(last());
        both.addAll(last());
        read.push(both);
    }

    @Override
    public void startNegate() {}

    @Override
    public void endNegate() {
        last();
        add(withoutPath);
    }

    @Override
    public void unknown(RequestPredicate predicate) {
        add(unknown.apply(predicate));
    }
}
