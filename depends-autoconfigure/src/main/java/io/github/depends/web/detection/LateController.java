package io.github.depends.web.detection;

import io.github.depends.graph.EndpointDeclaration;
import io.github.depends.graph.Fault;
import io.github.depends.graph.Names;
import io.github.depends.graph.Site;

/** Says that a controller carries uses that could not be seen when its endpoints were planned. */
public final class LateController {

    private LateController() {}

    static Fault fault(EndpointDeclaration planned, Class<?> served) {
        return new Fault(
                message(planned, served)
                        + ". The dependencies were read before the controller was created, by a bean that takes"
                        + " DependencyGraph, or uses Dependencies, in its constructor",
                Site.of(served),
                action(served));
    }

    static Fault faultOfHidden(EndpointDeclaration planned, Class<?> hidden) {
        return new Fault(messageOfHidden(planned, hidden), Site.of(hidden), actionOfHidden(hidden));
    }

    /** Returns what is wrong where another object serves in the place of the controller. */
    public static String messageOfHidden(EndpointDeclaration planned, Class<?> hidden) {
        return "'" + planned.label() + "' is served by an object that stands in the place of one of class "
                + Names.of(hidden)
                + ", which carries request dependencies that this object does not, so that it would be"
                + " served without them";
    }

    /** Returns what to write instead where another object serves in the place of the controller. */
    public static String actionOfHidden(Class<?> hidden) {
        return "Let what replaces the bean (a BeanPostProcessor) be a proxy made by Spring's ProxyFactory, or leave "
                + Names.of(hidden) + " as it is.";
    }

    /** Returns what is wrong. */
    public static String message(EndpointDeclaration planned, Class<?> served) {
        return "'" + planned.label() + "' is served by an object of class " + Names.of(served)
                + ", which carries other request dependencies than " + Names.of(planned.controller())
                + ", the type that its bean is declared as";
    }

    /** Returns what to write instead. */
    public static String action(Class<?> served) {
        return "Let the @Bean method return " + Names.of(served) + ", so that its dependencies are known at start-up.";
    }
}
