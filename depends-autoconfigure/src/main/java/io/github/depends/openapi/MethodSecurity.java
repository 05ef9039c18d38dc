package io.github.depends.openapi;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springdoc.core.service.SecurityService;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;

/**
 * Which alternatives of an operation's security a controller method declares, and which other methods on the same path
 * have left there.
 *
 * @param declared what the method declares
 * @param others what the others need
 * @param inherits whether the method leaves to the document what it needs
 */
record MethodSecurity(List<SecurityRequirement> declared, List<SecurityRequirement> others, boolean inherits) {

    /** Reads an operation for which springdoc has read the declarations of a method. */
    static MethodSecurity of(Operation operation, SecurityService springdoc, HandlerMethod handler) {
        List<SecurityRequirement> all = operation.getSecurity();
        if (!(all instanceof Kept kept)) {
            return new MethodSecurity(all == null ? List.of() : List.copyOf(all), List.of(), all == null);
        }
        List<SecurityRequirement> others = List.copyOf(all.subList(0, kept.size));
        // springdoc adds nothing that is there already
        List<SecurityRequirement> known =
                declared(springdoc, handler).filter(others::contains).toList();
        List<SecurityRequirement> declared = Stream.concat(known.stream(), all.subList(kept.size, all.size()).stream())
                .toList();
        return new MethodSecurity(declared, others, declared.isEmpty());
    }

    private static Stream<SecurityRequirement> declared(SecurityService springdoc, HandlerMethod handler) {
        io.swagger.v3.oas.annotations.Operation operation = AnnotatedElementUtils.findMergedAnnotation(
                handler.getMethod(), io.swagger.v3.oas.annotations.Operation.class);
        return Stream.concat(
                springdoc.getSecurityRequirements(springdoc.getSecurityRequirements(handler)).stream()
                        .flatMap(List::stream),
                operation == null
                        ? Stream.of()
                        : springdoc.getSecurityRequirements(operation.security()).stream()
                                .flatMap(List::stream));
    }

    /** Leaves an operation as it is, for the next method. */
    void keep(Operation operation) {
        if (operation.getSecurity() != null) {
            operation.setSecurity(new Kept(operation.getSecurity()));
        }
    }

    /** Puts what the method needs beside what the others do, and leaves it for the next one. */
    void keep(Operation operation, List<SecurityRequirement> needed) {
        operation.setSecurity(new Kept(
                Stream.concat(others.stream(), needed.stream()).distinct().toList()));
    }

    /** A list that knows what of it was there before a further method. */
    private static final class Kept extends ArrayList<SecurityRequirement> {

        private static final long serialVersionUID = 1L;

        private final int size;

        Kept(List<SecurityRequirement> before) {
            super(before);
            this.size = before.size();
        }
    }
}
