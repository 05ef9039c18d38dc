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
            configurer.configureDependencies(new Registry(Level.APPLICATION, site, application, List.of(), faults));
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
     * @param acknowledged what the application says it serves without them
     */
    record Pattern(PathRange pattern, Site site, List<RouteUse> uses, List<PathRange> acknowledged) {}

    private final class Registry implements DependsRegistry {

        private final Level level;
        private final Site site;
        private final List<RouteUse> uses;
        private final List<PathRange> acknowledged;
        private final Consumer<Fault> faults;

        Registry(Level level, Site site, List<RouteUse> uses, List<PathRange> acknowledged, Consumer<Fault> faults) {
            this.level = level;
            this.site = site;
            this.uses = uses;
            this.acknowledged = acknowledged;
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
            List<RouteUse> own = new ArrayList<>();
            List<PathRange> uncovered = new ArrayList<>();
            Site registered = Site.of("path '" + path + "' of " + site);
            read(path, registered, range -> patterns.add(new Pattern(range, registered, own, uncovered)));
            return new Registry(Level.PATH, registered, own, uncovered, faults);
        }

        @Override
        public DependsRegistry uncovered(String... paths) {
            for (String path : paths) {
                if (level == Level.PATH) {
                    read(path, site, acknowledged::add);
                } else {
                    refuseForApplication(path);
                }
            }
            return this;
        }

        private void refuseForApplication(String path) {
            faults.accept(new Fault(
                    "uncovered(\"" + path
                            + "\") is called on the registry of the whole application, where every handler that is"
                            + " no controller method is uncovered anyway",
                    site,
                    "Call it on the registry of a path, such as registry.path(\"/admin/**\").uncovered(\"" + path
                            + "\"), or remove it."));
        }

        private void read(String path, Site asker, Consumer<PathRange> reader) {
            String absolute = path.startsWith("/") ? path : "/" + path;
            try {
                PathPatternParser.defaultInstance.parse(absolute);
                reader.accept(PathRange.of(absolute));
            } catch (PatternParseException malformed) {
                faults.accept(new Fault(
                        "The path pattern '" + path + "' cannot be read: " + malformed.getMessage(),
                        asker,
                        "Write a PathPattern such as /admin/**."));
            }
        }
    }
}
