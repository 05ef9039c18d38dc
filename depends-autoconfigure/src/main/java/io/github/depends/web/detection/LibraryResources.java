package io.github.depends.web.detection;

import java.util.Arrays;
import java.util.List;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;
import org.springframework.web.context.support.ServletContextResource;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

/** Knows the static resources that Spring Boot serves by default and those that come inside the jars of libraries. */
final class LibraryResources {

    private static final String LOCATIONS = "spring.web.resources.static-locations";
    private static final String[] DEFAULT_LOCATIONS = {
        "classpath:/META-INF/resources/", "classpath:/resources/", "classpath:/static/", "classpath:/public/"
    };
    private static final List<String> INSIDE_JARS =
            List.of("META-INF/resources/webjars/", "META-INF/spring-data-rest/");

    private final List<Resource> defaults;

    LibraryResources(Environment environment) {
        ResourceLoader loader = new DefaultResourceLoader();
        String[] locations =
                Binder.get(environment).bind(LOCATIONS, String[].class).orElse(DEFAULT_LOCATIONS);
        this.defaults = Arrays.stream(locations)
                .map(location -> location.endsWith("/") ? location : location + "/")
                .map(loader::getResource)
                .toList();
    }

    /** Whether a handler is one that the application has not added itself. */
    boolean contain(String pattern, ResourceHttpRequestHandler handler) {
        List<Resource> locations = handler.getLocations();
        return locations.stream().allMatch(LibraryResources::insideJars)
                || pattern.equals("/**") && locations.stream().allMatch(this::byDefault);
    }

    private static boolean insideJars(Resource location) {
        return location instanceof ClassPathResource resource
                && INSIDE_JARS.stream().anyMatch(resource.getPath()::startsWith);
    }

    private boolean byDefault(Resource location) {
        return location instanceof ServletContextResource root && root.getPath().equals("/")
                || defaults.stream().anyMatch(known -> same(known, location));
    }

    private static boolean same(Resource one, Resource other) {
        return one instanceof ClassPathResource known && other instanceof ClassPathResource resource
                ? known.getPath().equals(resource.getPath())
                : one.equals(other);
    }
}
