package io.github.depends.web.detection;

import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.util.ClassUtils;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.function.support.RouterFunctionMapping;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Lists what answers requests without being a controller: actuator endpoints, static resources, functional routes. */
final class OtherHandlers {

    private static final Pattern ROUTE = Pattern.compile("(?<=[\\s(])/[^\\s)]*");

    private OtherHandlers() {}

    /** Tells what a mapping serves; nothing of a mapping of controllers. */
    static void list(HandlerMapping mapping, Coverage coverage) {
        if (mapping instanceof RequestMappingHandlerMapping) {
            return;
        }
        if (mapping instanceof RequestMappingInfoHandlerMapping methods) {
            methods.getHandlerMethods()
                    .forEach((info, handler) -> coverage.notCovered(
                            EndpointScan.label(info, info.getPatternValues()) + " ("
                                    + ClassUtils.getShortName(handler.getBeanType()) + ")",
                            info.getPatternValues()));
        } else if (mapping instanceof AbstractUrlHandlerMapping urls) {
            urls.getHandlerMap()
                    .forEach((path, handler) ->
                            coverage.notCovered(path + " (" + handlerName(handler) + ")", Set.of(path)));
        } else if (mapping instanceof RouterFunctionMapping routes) {
            if (routes.getRouterFunction() != null) {
                Set<String> paths = ROUTE.matcher(routes.getRouterFunction().toString())
                        .results()
                        .map(MatchResult::group)
                        .collect(Collectors.toSet());
                coverage.notCovered("functional routes " + String.join(", ", paths), paths);
            }
        } else {
            coverage.notCovered("what " + ClassUtils.getShortName(mapping.getClass()) + " maps", Set.of());
        }
    }

    private static String handlerName(Object handler) {
        return handler instanceof String name ? "bean " + name : ClassUtils.getShortName(handler.getClass());
    }
}
