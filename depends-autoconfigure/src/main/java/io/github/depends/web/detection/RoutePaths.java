package io.github.depends.web.detection;

import java.lang.reflect.Field;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.RequestPredicate;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;

/** Reads which paths functional routes can match and what handles them; where a route does not say, all paths. */
final class RoutePaths implements RouterFunctions.Visitor {

    private static final Pattern PATTERN_OF_RESOURCES = Pattern.compile("(/\\S*) -> .*");

    private final Deque<Set<String>> prefixes = new ArrayDeque<>(Set.of(Set.of("")));
    private final Set<String> patterns = new LinkedHashSet<>();
    private final Set<Class<?>> handlers = new LinkedHashSet<>();

    static RoutePaths of(RouterFunction<?> routes) {
        RoutePaths paths = new RoutePaths();
        routes.accept(paths);
        return paths;
    }

    Set<String> patterns() {
        return patterns;
    }

    /** Returns the classes of the functions that handle and route. */
    Set<Class<?>> handlers() {
        return handlers;
    }

    @Override
    public void startNested(RequestPredicate predicate) {
        prefixes.push(PredicatePaths.join(prefixes.element(), PredicatePaths.consumed(predicate)));
    }

    @Override
    public void endNested(RequestPredicate predicate) {
        prefixes.pop();
    }

    @Override
    public void route(RequestPredicate predicate, HandlerFunction<?> handler) {
        add(PredicatePaths.matched(predicate));
        handlers.add(handler.getClass());
    }

    @Override
    public void resources(Function<ServerRequest, Optional<Resource>> lookup) {
        add(resourcePatterns(lookup));
    }

    @Override
    public void attributes(Map<String, Object> attributes) {}

    @Override
    public void unknown(RouterFunction<?> routes) {
        add(Set.of(PredicatePaths.ANY));
        handlers.add(routes.getClass());
    }

    private void add(Set<String> found) {
        patterns.addAll(PredicatePaths.join(prefixes.element(), found));
    }

    // Spring's functions that look for resources show their pattern or predicate in no other way.
    private static Set<String> resourcePatterns(Function<ServerRequest, Optional<Resource>> lookup) {
        RequestPredicate predicate = predicate(lookup);
        if (predicate != null) {
            return PredicatePaths.matched(predicate);
        }
        Matcher pattern = PATTERN_OF_RESOURCES.matcher(lookup.toString());
        boolean ofSpring = lookup.getClass().getPackage().equals(RouterFunction.class.getPackage());
        return Set.of(ofSpring && pattern.matches() ? pattern.group(1) : PredicatePaths.ANY);
    }

    private static @Nullable RequestPredicate predicate(Object lookup) {
        Field field = ReflectionUtils.findField(lookup.getClass(), null, RequestPredicate.class);
        try {
            if (field != null) {
                ReflectionUtils.makeAccessible(field);
            }
            return field == null ? null : (RequestPredicate) ReflectionUtils.getField(field, lookup);
        } catch (RuntimeException inaccessible) {
            return null;
        }
    }
}
