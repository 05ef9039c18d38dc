package io.github.depends.autoconfigure;

import io.github.depends.BackgroundTasks;
import io.github.depends.Depends;
import io.github.depends.Yield;
import io.github.depends.graph.Fault;
import io.github.depends.graph.Names;
import io.github.depends.graph.ProvidedWith;
import io.github.depends.graph.Site;
import io.github.depends.graph.UseReader;
import io.github.depends.security.Security;
import io.github.depends.security.SecurityScopes;
import io.github.depends.web.detection.RequestTypes;
import java.lang.annotation.Annotation;
import java.lang.reflect.Member;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.InjectionPoint;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.beans.factory.NoUniqueBeanDefinitionException;
import org.springframework.beans.factory.UnsatisfiedDependencyException;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.analyzer.AbstractInjectionFailureAnalyzer;
import org.springframework.core.Ordered;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.annotation.Order;

/** Tells whoever asks Spring for a bean of what is made for each request where to take it instead. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class RequestTypeFailureAnalyzer extends AbstractInjectionFailureAnalyzer<NoSuchBeanDefinitionException> {

    private static final Annotation[] NONE = {};

    private final @Nullable BeanFactory beans;

    RequestTypeFailureAnalyzer(@Nullable BeanFactory beans) {
        this.beans = beans;
    }

    @Override
    protected @Nullable FailureAnalysis analyze(
            Throwable failure, NoSuchBeanDefinitionException cause, @Nullable String description) {
        ResolvableType asked = cause.getResolvableType();
        if (asked == null
                || cause instanceof NoUniqueBeanDefinitionException
                || !(beans instanceof ConfigurableListableBeanFactory factory)) {
            return null;
        }
        InjectionPoint point = injectionPoint(failure);
        MergedAnnotations annotations = MergedAnnotations.from(point == null ? NONE : point.getAnnotations());
        boolean use = UseReader.carriesUse(annotations);
        ResolvableType type = value(asked);
        Site maker = maker(factory, type, name(annotations));
        if (!use && maker == null && !madeByLibrary(type.toClass())) {
            return null;
        }
        String asking = description == null ? "A component" : description;
        return new FailureAnalysis(
                asking + (use ? " carries a use" : " asks for a bean of type " + Names.of(asked))
                        + ", but Spring creates this component before any request"
                        + (use ? " and reads no uses" : "")
                        + (maker == null && use ? "" : ". " + Names.of(type) + " is made for each request" + by(maker))
                        + ".",
                action(type, asked, point),
                cause);
    }

    /** Returns what an endpoint would ask for, who may have it later or in what it is opened and closed by. */
    private static ResolvableType value(ResolvableType asked) {
        boolean wrapper = asked.toClass() == Supplier.class || asked.toClass() == Yield.class;
        return wrapper && asked.hasResolvableGenerics() ? asked.getGeneric(0) : asked;
    }

    private static String name(MergedAnnotations annotations) {
        String name =
                annotations.get(Depends.class).getValue("name", String.class).orElse("");
        return name.isEmpty()
                ? annotations.get(Security.class).getValue("name", String.class).orElse("")
                : name;
    }

    private static boolean madeByLibrary(Class<?> type) {
        return takenAsItIs(type) || type.isAnnotationPresent(ProvidedWith.class);
    }

    /** Whether a parameter of a type needs no annotation. */
    private static boolean takenAsItIs(Class<?> type) {
        return type == BackgroundTasks.class || type == SecurityScopes.class;
    }

    private static @Nullable Site maker(ConfigurableListableBeanFactory beans, ResolvableType type, String name) {
        try {
            return new RequestTypes(beans).maker(type, name);
        } catch (IllegalStateException | LinkageError unreadable) {
            // Spring MVC is not there, or a class has optional parts that are not
            return null;
        }
    }

    private static @Nullable InjectionPoint injectionPoint(Throwable failure) {
        InjectionPoint point = null;
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof UnsatisfiedDependencyException unsatisfied && unsatisfied.getInjectionPoint() != null) {
                point = unsatisfied.getInjectionPoint();
            }
        }
        return point;
    }

    private static String by(@Nullable Site maker) {
        if (maker == null) {
            return "";
        }
        String location = new Fault("", maker, "").location();
        return ", by " + maker + (location == null ? "" : " (" + location + ")");
    }

    private static String action(ResolvableType type, ResolvableType asked, @Nullable InjectionPoint point) {
        Member member = point == null ? null : point.getMember();
        return "Take it" + (takenAsItIs(type.toClass()) ? "" : " with @Depends")
                + " in an endpoint or in a @Dependency method, and hand it on to the method"
                + (member == null ? "" : " of " + Names.of(member.getDeclaringClass()))
                + " that needs it."
                + (madeByLibrary(type.toClass())
                        ? ""
                        : " If one value is to serve all requests, declare a bean of type " + Names.of(asked)
                                + " instead.");
    }
}
