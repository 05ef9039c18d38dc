package io.github.depends.web.detection;

import io.github.depends.graph.Fault;
import io.github.depends.graph.LibraryClasses;
import io.github.depends.graph.Names;
import io.github.depends.graph.RouteUse;
import io.github.depends.graph.Site;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ClassUtils;

/** Finds the uses on packages that cover no endpoint, and the handlers that such a use does not cover. */
final class PackageUses {

    private final Set<String> covered;
    private final Set<String> told = new HashSet<>();
    private final Set<String> seen = new HashSet<>();
    private final Map<String, List<RouteUse>> uses = new ConcurrentHashMap<>();

    /**
     * Looks at packages.
     *
     * @param covered the packages of endpoints, and those above them
     */
    PackageUses(Set<String> covered) {
        this.covered = covered;
    }

    /** Finds handlers of the application that are no controller methods, in packages with uses. */
    void checkHandlers(Collection<OtherHandler> handlers, Consumer<Fault> faults) {
        for (OtherHandler handler : handlers) {
            Class<?> home = handler.home();
            String name = handler.addedByApplication() && home != null ? packageWithUses(home) : null;
            if (name != null && home != null) {
                told.add(name);
                faults.accept(fault(handler, home, name));
            }
        }
    }

    private Fault fault(OtherHandler handler, Class<?> home, String name) {
        String guards = uses(name, home).stream()
                .map(use -> Names.of(use.use().requested()))
                .distinct()
                .collect(Collectors.joining(", "));
        return new Fault(
                Names.of(home) + " belongs to package " + name + ", but " + handler.label()
                        + " is served WITHOUT these guards of that package: " + guards
                        + ". They cover controller methods only",
                Site.of(home),
                "Write it as a controller method, or move it to a package without uses and guard it by other means (Spring"
                        + " Security, a filter).");
    }

    private @Nullable String packageWithUses(Class<?> home) {
        for (String name = home.getPackageName(); !name.isEmpty(); name = parent(name)) {
            if (!uses(name, home).isEmpty()) {
                return name;
            }
        }
        return null;
    }

    /** Finds uses on the packages of these classes, of what they extend and implement, and above. */
    void checkCoverage(Collection<Class<?>> classes, Consumer<Fault> faults) {
        Set<Class<?>> known = new HashSet<>();
        classes.forEach(type -> addHierarchy(type, known));
        known.stream()
                .sorted(java.util.Comparator.comparing(Class::getName))
                .forEach(type -> checkPackages(type, faults));
    }

    private static void addHierarchy(Class<?> type, Set<Class<?>> into) {
        for (Class<?> each = type; each != null && !LibraryClasses.contains(each); each = each.getSuperclass()) {
            into.add(each);
        }
        for (Class<?> each : ClassUtils.getAllInterfacesForClassAsSet(type)) {
            if (!LibraryClasses.contains(each)) {
                into.add(each);
            }
        }
    }

    private void checkPackages(Class<?> type, Consumer<Fault> faults) {
        for (String name = type.getPackageName(); !name.isEmpty() && seen.add(name); name = parent(name)) {
            if (!covered.contains(name)
                    && !told.contains(name)
                    && !uses(name, type).isEmpty()) {
                faults.accept(new Fault(
                        "The use on package " + name + " covers no endpoint",
                        Site.of("package " + name),
                        "Put it on a controller method, its class or its package."));
            }
        }
    }

    private List<RouteUse> uses(String name, Class<?> type) {
        return uses.computeIfAbsent(name, any -> EndpointScan.ownPackageUses(name, type.getClassLoader()));
    }

    private static String parent(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(0, dot);
    }
}
