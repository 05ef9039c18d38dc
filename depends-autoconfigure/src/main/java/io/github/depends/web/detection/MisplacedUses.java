package io.github.depends.web.detection;

import io.github.depends.Dependency;
import io.github.depends.graph.Declarations;
import io.github.depends.graph.EndpointDeclaration;
import io.github.depends.graph.Fault;
import io.github.depends.graph.LibraryClasses;
import io.github.depends.graph.Names;
import io.github.depends.graph.Provider;
import io.github.depends.graph.Site;
import io.github.depends.graph.UseReader;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.springframework.core.BridgeMethodResolver;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.SynthesizingMethodParameter;
import org.springframework.stereotype.Controller;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.servlet.HandlerMapping;

/** Finds uses that nothing would read, and which would therefore protect and inject nothing. */
final class MisplacedUses {

    private static final String TAKE =
            "Take it in a controller method, a @Dependency method or a dependency's constructor,"
                    + " and hand the value on.";
    private static final String PUT = "Put it on a controller method, its class or its package.";

    private final Consumer<Fault> faults;
    private final Set<Method> endpoints = new HashSet<>();
    private final Set<Class<?>> controllers = new HashSet<>();
    private final Set<Method> dependencies = new HashSet<>();
    private final Map<Method, HandlerMapping> elsewhere;
    private final MethodAnnotations annotations;

    MisplacedUses(
            List<EndpointDeclaration> endpoints,
            List<Provider.OfMethod> dependencies,
            Map<Method, HandlerMapping> elsewhere,
            MethodAnnotations annotations,
            Consumer<Fault> faults) {
        for (EndpointDeclaration endpoint : endpoints) {
            this.endpoints.add(endpoint.method());
            this.controllers.add(endpoint.controller());
        }
        for (Provider.OfMethod dependency : dependencies) {
            this.dependencies.add(dependency.method());
        }
        this.elsewhere = elsewhere;
        this.annotations = annotations;
        this.faults = faults;
    }

    /** Looks at classes of the application: those of beans, and of handlers that are no beans. */
    void check(Collection<Class<?>> classes) {
        FrameworkCalls calls = new FrameworkCalls(controllers, endpoints, annotations, new GuardingPackages(), faults);
        classes.stream().distinct().forEach(type -> check(type, calls));
    }

    private void check(Class<?> type, FrameworkCalls calls) {
        if (isServedByController(type)) {
            return;
        }
        try {
            calls.check(type);
            checkEnclosing(type);
            if (!controllers.contains(type) && UseReader.inheritsUse(type)) {
                refuse("The use on " + Names.of(type) + " protects nothing, ", Site.of(type), reason(type));
            }
            for (Method method :
                    ReflectionUtils.getUniqueDeclaredMethods(type, ReflectionUtils.USER_DECLARED_METHODS)) {
                boolean accessor = type.isRecord() && method.getParameterCount() == 0;
                if (!accessor
                        && !LibraryClasses.contains(method.getDeclaringClass())
                        && run(method, type).equals(method)) {
                    check(method, type);
                }
            }
            for (Class<?> each = type;
                    each != null && each.getSuperclass() != Object.class;
                    each = each.getSuperclass()) {
                checkInterfaces(each, type);
            }
            for (Constructor<?> constructor : type.getDeclaredConstructors()) {
                check(constructor);
            }
            if (!type.isRecord()) {
                ReflectionUtils.doWithFields(type, this::check, UseReader::carriesUse);
            }
        } catch (IllegalStateException | LinkageError unreadable) {
            // a class with optional parts that are not there: Spring cannot read it either
        }
    }

    // A client of an interface is a bean as well, and what stands on the interface is read for the controller.
    private boolean isServedByController(Class<?> type) {
        return type.isInterface() && controllers.stream().anyMatch(type::isAssignableFrom);
    }

    private void checkEnclosing(Class<?> type) {
        for (Class<?> each = controllers.contains(type) ? EnclosingClass.of(type) : null;
                each != null;
                each = EnclosingClass.of(each)) {
            if (UseReader.inheritsUse(each)) {
                refuse(
                        "The use on " + Names.of(each) + " does not guard the controller " + Names.of(type)
                                + ", which is only nested in it",
                        Site.of(each),
                        "Put the use on " + Names.of(type) + ", or move one of the classes.");
            }
        }
    }

    private void check(Method method, Class<?> type) {
        if (endpoints.contains(method)) {
            return;
        }
        if (annotations.mayCarryUse(type) && UseReader.inheritsUse(method)) {
            refuse(
                    "The use on " + Names.of(method) + " protects nothing, ",
                    Site.of(method),
                    reason(method, type, new Reason("because the method is no endpoint", PUT)));
        }
        if (method.getParameterCount() > 0
                && !read(method, type)
                && Declarations.parameters(method, type).stream().anyMatch(UseReader::carriesUse)) {
            refuse(
                    "The use on a parameter of " + Names.of(method) + " is read by nothing, ",
                    Site.of(method),
                    reason(
                            method,
                            type,
                            new Reason("because the method is neither an endpoint nor a dependency", TAKE)));
        }
    }

    private Reason reason(Class<?> type) {
        Reason other = new Reason("because the class has no endpoint", PUT);
        return Arrays.stream(ReflectionUtils.getUniqueDeclaredMethods(type, ReflectionUtils.USER_DECLARED_METHODS))
                .map(method -> reason(method, type, other))
                .filter(reason -> reason != other)
                .findFirst()
                .orElse(other);
    }

    private Reason reason(Method method, Class<?> type, Reason other) {
        HandlerMapping mapping = elsewhere.get(method);
        if (mapping != null) {
            return new Reason(
                    "because " + ClassUtils.getShortName(mapping.getClass()) + " serves the method, and runs no guards",
                    "Make it a method of a @RestController, or guard it by other means (Spring Security, a filter).");
        }
        boolean mapped = AnnotatedElementUtils.hasAnnotation(method, RequestMapping.class)
                || AnnotatedElementUtils.hasAnnotation(method, HttpExchange.class);
        boolean forgotten =
                mapped && !AnnotatedElementUtils.hasAnnotation(type, Controller.class) && !type.isInterface();
        return forgotten
                ? new Reason(
                        "because " + Names.of(type) + " is no controller, so that the method is no endpoint",
                        "Annotate " + Names.of(type) + " with @RestController or @Controller.")
                : other;
    }

    // Neither Spring nor we take a method of a super-class for one of an interface that only the subclass implements.
    private void checkInterfaces(Class<?> implementing, Class<?> type) {
        for (Class<?> each : implementing.getInterfaces()) {
            for (Method declared : LibraryClasses.contains(each) ? new Method[0] : each.getMethods()) {
                Method run = run(declared, type);
                if (!declared.getDeclaringClass().isAssignableFrom(run.getDeclaringClass())) {
                    checkOverlooked(declared, run, type);
                }
            }
        }
    }

    /** Returns what runs for a method: one that overrides it, if there is one, also where generics give it another type. */
    private static Method run(Method method, Class<?> type) {
        return method.getDeclaringClass() == type
                ? method
                : BridgeMethodResolver.findBridgedMethod(ClassUtils.getMostSpecificMethod(method, type));
    }

    private void checkOverlooked(Method declared, Method run, Class<?> type) {
        Site site = Site.of(declared);
        boolean onMethod = !UseReader.inheritedRouteUses(run, site).containsAll(UseReader.routeUses(declared, site));
        if (onMethod || overlooksParameter(declared, run, type)) {
            refuse(
                    "The use on " + (onMethod ? "" : "a parameter of ") + Names.of(declared) + " is not read for "
                            + Names.of(type) + ", because what runs is " + Names.of(run)
                            + ", which does not override it",
                    site,
                    "Let " + Names.of(run.getDeclaringClass()) + " implement " + Names.of(declared.getDeclaringClass())
                            + ", or override the method in " + Names.of(type) + ".");
        }
    }

    private static boolean overlooksParameter(Method declared, Method run, Class<?> type) {
        List<MethodParameter> asked = Declarations.parameters(declared, type);
        List<MethodParameter> read = Declarations.parameters(run, type);
        return IntStream.range(0, asked.size())
                .anyMatch(index -> UseReader.carriesUse(asked.get(index)) && !UseReader.carriesUse(read.get(index)));
    }

    private boolean read(Method method, Class<?> type) {
        return dependencies.contains(method)
                || annotations.mayDeclare(type) && AnnotatedElementUtils.hasAnnotation(method, Dependency.class)
                || annotations.mayHandleExceptions(type)
                        && AnnotatedElementUtils.hasAnnotation(method, ExceptionHandler.class);
    }

    private void check(Constructor<?> constructor) {
        if (IntStream.range(0, constructor.getParameterCount())
                .mapToObj(index -> SynthesizingMethodParameter.forExecutable(constructor, index))
                .anyMatch(UseReader::carriesUse)) {
            refuse(
                    "The use on a parameter of the constructor " + Names.of(constructor)
                            + " is read by nothing, because Spring creates this bean",
                    Site.of(constructor),
                    TAKE);
        }
    }

    private void check(Field field) {
        refuse(
                "The use on the field '" + field.getName() + "' of " + Names.of(field.getDeclaringClass())
                        + " is read by nothing",
                Site.of(field.getDeclaringClass()),
                TAKE);
    }

    private void refuse(String message, Site site, Reason reason) {
        refuse(message + reason.words(), site, reason.action());
    }

    /**
     * Why nothing reads a use.
     *
     * @param words the reason
     * @param action what to write instead
     */
    private record Reason(String words, String action) {}

    private void refuse(String message, Site site, String action) {
        faults.accept(new Fault(message, site, action));
    }
}
