package io.github.depends.autoconfigure;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.web.error.ErrorPageRegistrar;
import org.springframework.boot.web.server.AbstractConfigurableWebServerFactory;
import org.springframework.boot.web.server.WebServerFactory;
import org.springframework.util.ClassUtils;

/** Finds the error pages that the server has been told of. */
final class RegisteredErrorPages {

    private static final boolean EMBEDDED_SERVER = ClassUtils.isPresent(
            "org.springframework.boot.web.server.WebServerFactory", RegisteredErrorPages.class.getClassLoader());

    private RegisteredErrorPages() {}

    /** Returns the paths of the error pages within the application. */
    static Set<String> paths(ListableBeanFactory beans) {
        Set<String> paths = new LinkedHashSet<>();
        beans.getBeanProvider(ErrorPageRegistrar.class)
                .orderedStream()
                .forEach(registrar -> registrar.registerErrorPages(
                        pages -> Arrays.stream(pages).forEach(page -> paths.add(page.getPath()))));
        if (EMBEDDED_SERVER) {
            OfServer.add(beans, paths);
        }
        return paths;
    }

    /** The classes of an embedded server may be missing. */
    private static final class OfServer {

        static void add(ListableBeanFactory beans, Set<String> paths) {
            beans.getBeanProvider(WebServerFactory.class).stream()
                    .filter(AbstractConfigurableWebServerFactory.class::isInstance)
                    .map(AbstractConfigurableWebServerFactory.class::cast)
                    .flatMap(factory -> factory.getErrorPages().stream())
                    .forEach(page -> paths.add(page.getPath()));
        }
    }
}
