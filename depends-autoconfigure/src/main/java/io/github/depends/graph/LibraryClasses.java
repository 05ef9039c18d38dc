package io.github.depends.graph;

import java.lang.reflect.Proxy;
import java.net.URL;
import java.security.CodeSource;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;

/**
 * Knows which classes belong to Java, Spring or another library that is at home in a Spring application. An application
 * can share the name of a library's package, so the jar or module that a class was loaded from must also say that it is
 * the library's. In doubt a class is the application's own.
 */
public final class LibraryClasses {

    private static final String OF_SPRING =
            "ai|amqp|aop|aot|batch|beans|boot|cache|cloud|context|core|dao|data|expression"
                    + "|format|graphql|grpc|hateoas|http|integration|jdbc|jms|jmx|jndi|kafka|ldap|mail|messaging|mock|modulith|orm|oxm"
                    + "|plugin|pulsar|r2dbc|resilience|restdocs|retry|scheduling|scripting|security|session|shell|statemachine"
                    + "|stereotype|test|transaction|ui|util|validation|vault|web|webflow|ws|xml";

    private static final List<Library> LIBRARIES = List.of(
            new Library("org.springframework.", OF_SPRING, "(?i)spring[ .-].*"),
            new Library("org.springdoc.", "api|core|scalar|ui|webmvc", "(org\\.)?springdoc[.-].*"),
            new Library("io.micrometer.", "", "(io\\.micrometer#|micrometer\\.).*"),
            new Library("tools.jackson.", "", "((tools|com\\.fasterxml)\\.)?jackson.*"),
            new Library("com.fasterxml.", "", "(com\\.fasterxml\\.)?jackson.*"),
            new Library("org.hibernate.", "", "(org\\.)?hibernate.*"),
            new Library("jakarta.", "", ".+"),
            new Library("javax.", "", ".+"),
            new Library("kotlin.", "", ".+"));

    private LibraryClasses() {}

    /** Whether a class belongs to a library. */
    public static boolean contains(Class<?> type) {
        String name = type.getName();
        if (ofJava(type, name)) {
            return true;
        }
        for (Library library : LIBRARIES) {
            if (name.startsWith(library.prefix())) {
                return library.packages().matcher(name).matches() && comesFrom(library, type);
            }
        }
        return false;
    }

    /** Whether a class belongs to this library. */
    public static boolean isOurs(Class<?> type) {
        return type.getName().startsWith("io.github.depends.")
                && Objects.equals(location(type), location(LibraryClasses.class));
    }

    private static boolean ofJava(Class<?> type, String name) {
        return type.getClassLoader() == null
                || type.getClassLoader() == ClassLoader.getPlatformClassLoader()
                || name.startsWith("jdk.") && Proxy.isProxyClass(type);
    }

    private static boolean comesFrom(Library library, Class<?> type) {
        String location = location(type);
        if (location != null && directory(location)) {
            return false;
        }
        String title = title(type);
        if (title != null && library.title().matcher(title).matches()) {
            return true;
        }
        // In a jar of everything only a name that no application would choose says enough.
        boolean jarOfEverything = location == null || location.equals(location(ResolvableType.class));
        return jarOfEverything && !library.parts().isEmpty();
    }

    private static @Nullable String location(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        URL url = source == null ? null : source.getLocation();
        return url == null ? null : url.toString();
    }

    /** Whether classes were loaded from a directory, those inside the jar or war of an application included. */
    private static boolean directory(String location) {
        String path = location.endsWith("!/") ? location.substring(0, location.length() - 2) : location;
        return path.endsWith("/") || path.endsWith("-INF/classes");
    }

    /** Returns what a jar or module calls itself, or who it says has made it. */
    private static @Nullable String title(Class<?> type) {
        if (type.getModule().isNamed()) {
            return type.getModule().getName();
        }
        String title = type.getPackage().getImplementationTitle();
        return title == null ? type.getPackage().getImplementationVendor() : title;
    }

    /**
     * A library.
     *
     * @param prefix how the names of its classes begin
     * @param parts the packages below that are known to be the library's, as a regular expression; empty if all may be
     * @param packages what the names of its classes match
     * @param title what its jars and modules call themselves
     */
    private record Library(String prefix, String parts, Pattern packages, Pattern title) {

        Library(String prefix, String parts, String title) {
            this(
                    prefix,
                    parts,
                    Pattern.compile(Pattern.quote(prefix) + (parts.isEmpty() ? "" : "(" + parts + ")\\.") + ".*"),
                    Pattern.compile(title));
        }
    }
}
