package io.github.depends.web.detection;

import io.github.depends.DependsConfigurer;
import io.github.depends.DependsRegistry;
import io.github.depends.graph.Fault;
import io.github.depends.graph.Level;
import io.github.depends.graph.RouteUse;
import io.github.depends.graph.Site;
import io.github.depends.graph.UseReader;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.util.ClassUtils;
import org.springframework.web.util.pattern.PathPatternParser;
import org.springframework.web.util.pattern.PatternParseException;

/** The uses of configuration: those for the application, then those for path patterns, each in order. */
final class PathUses {

    private final List<RouteUse> application = new ArrayList<>();
    private final List<Pattern> patterns = new ArrayList<>();

    PathUses(List<DependsConfigurer> configurers, Consumer<Fault> faults) {
        for (DependsConfigurer configurer : configurers) {
            Site site = Site.of(configurer(configurer));
            configurer.configureDependencies(new Registry(Level.APPLICATION, site, application, faults));
        }
    }

    private static String configurer(DependsConfigurer configurer) {
        Class<?> type = ClassUtils.getUserClass(configurer);
        return "the DependsConfigurer "
                + (type.isSynthetic() || type.isHidden()
                        ? type.getName().replaceFirst(".*\\.", "").replaceFirst("\\$\\$Lambda.*", "")
                        : ClassUtils.getShortName(type));
    }

    List<RouteUse> application() {
        return application;
    }

    List<Pattern> patterns() {
        return patterns;
    }

    /** Whether configuration covers anything. */
    boolean isEmpty() {
        return application.isEmpty() && patterns.isEmpty();
    }

    /**
     * A path pattern with its uses.
     *
     * @param pattern the pattern
     * @param site who registered it
     * @param uses its uses
     */
    record Pattern(PathRange pattern, Site site, List<RouteUse> uses) {}

    private final class Registry implements DependsRegistry {

        private final Level level;
        private final Site site;
        private final List<RouteUse> uses;
        private final Consumer<Fault> faults;

        Registry(Level level, Site site, List<RouteUse> uses, Consumer<Fault> faults) {
            this.level = level;
            this.site = site;
            this.uses = uses;
            this.faults = faults;
        }

        @Override
        public DependsRegistry depends(Class<?> dependency) {
            return add(dependency, "", false, List.of());
        }

        @Override
        public DependsRegistry depends(Class<?> dependency, String name) {
            return add(dependency, name, false, List.of());
        }

        @Override
        public DependsRegistry security(Class<?> dependency, String... scopes) {
            return add(dependency, "", true, List.of(scopes));
        }

        private DependsRegistry add(Class<?> dependency, String name, boolean security, List<String> scopes) {
            uses.add(new RouteUse(level, UseReader.configured(dependency, name, security, scopes, site)));
            return this;
        }

        @Override
        public DependsRegistry path(String path) {
            String absolute = path.startsWith("/") ? path : "/" + path;
            List<RouteUse> own = new ArrayList<>();
            Site registered = Site.of("path '" + path + "' of " + site);
            try {
                PathPatternParser.defaultInstance.parse(absolute);
                patterns.add(new Pattern(PathRange.of(absolute), registered, own));
            } catch (PatternParseException malformed) {
                faults.accept(new Fault(
                        "The path pattern '" + path + "' cannot be read: " + malformed.getMessage(),
                        registered,
                        "Write a PathPattern such as /admin/**."));
            }
            return new Registry(Level.PATH, registered, own, faults);
        }
    }
}
