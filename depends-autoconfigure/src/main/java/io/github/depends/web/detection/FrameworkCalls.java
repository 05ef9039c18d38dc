package io.github.depends.web.detection;

import io.github.depends.graph.Declarations;
import io.github.depends.graph.Fault;
import io.github.depends.graph.Names;
import io.github.depends.graph.Site;
import io.github.depends.graph.UseReader;
import io.github.depends.web.detection.FrameworkMarks.Mark;
import java.lang.reflect.Method;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodIntrospector;

/**
 * Finds methods that another framework than Spring MVC calls although the use above them promises a guard: uses run for
 * endpoints only.
 */
final class FrameworkCalls {

    private static final String ACTION =
            "Move the method to a class without uses, and guard it there in the way of its framework.";

    private final Set<Class<?>> controllers;
    private final Set<Method> endpoints;
    private final MethodAnnotations annotations;
    private final GuardingPackages packages;
    private final Consumer<Fault> faults;

    FrameworkCalls(
            Set<Class<?>> controllers,
            Set<Method> endpoints,
            MethodAnnotations annotations,
            GuardingPackages packages,
            Consumer<Fault> faults) {
        this.controllers = controllers;
        this.endpoints = endpoints;
        this.annotations = annotations;
        this.packages = packages;
        this.faults = faults;
    }

    /** Tells what another framework calls in a class past the uses of its endpoints or its package. */
    void check(Class<?> type) {
        boolean controller = controllers.contains(type);
        boolean marked = annotations.mayBeMarked(type);
        Class<?> called = controller ? FrameworkMarks.interfaceOf(type) : null;
        if (!marked && called == null) {
            return;
        }
        String above = above(type);
        if (called != null && above != null) {
            faults.accept(fault(
                    Names.of(type),
                    "it implements " + Names.of(called),
                    above,
                    Site.of(type),
                    "Let another class implement " + Names.of(called) + ", and guard it there in its own way."));
        }
        if (marked) {
            MethodIntrospector.selectMethods(
                            type, (MethodIntrospector.MetadataLookup<@Nullable Mark>) FrameworkMarks::of)
                    .forEach((method, mark) -> check(method, mark, type, above));
        }
    }

    private void check(Method method, Mark mark, Class<?> type, @Nullable String above) {
        String use = above != null && (mark.ofClients() || controllers.contains(type)) ? above : null;
        if (use == null && endpoints.contains(method) && carriesUse(method, type)) {
            use = Names.of(method);
        }
        if (use != null) {
            String reason = "of @" + Names.of(mark.annotation());
            faults.accept(fault(Names.of(method), reason, use, Site.of(method), ACTION));
        }
    }

    // A class without endpoints is refused for the use on it already.
    private @Nullable String above(Class<?> type) {
        return controllers.contains(type) && UseReader.inheritsUse(type) ? Names.of(type) : packages.nearest(type);
    }

    private static boolean carriesUse(Method method, Class<?> type) {
        return UseReader.inheritsUse(method)
                || Declarations.parameters(method, type).stream().anyMatch(UseReader::carriesUse);
    }

    private static Fault fault(String called, String reason, String use, Site site, String action) {
        return new Fault(
                called + " is called by a framework, because " + reason + ", but the use on " + use
                        + " guards HTTP endpoints only: it would run WITHOUT that guard",
                site,
                action);
    }
}
