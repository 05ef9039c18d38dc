package io.github.depends.graph.rule;

import io.github.depends.graph.Argument.OfRequest;
import io.github.depends.graph.Argument.Place;
import io.github.depends.graph.Fault;
import io.github.depends.graph.Names;
import io.github.depends.graph.Reach;
import io.github.depends.graph.Rule;
import io.github.depends.graph.Site;
import java.io.InputStream;
import java.io.Reader;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.function.Consumer;

/**
 * Refuses parameters that read the body of one request differently. It is read once, for the first of them: all must agree
 * on the type, and on the annotations that a message converter or a {@code RequestBodyAdvice} may look at.
 */
final class OneBody implements Rule {

    @Override
    public void check(Reach reach, Consumer<Fault> faults) {
        List<OfRequest> readers = readers(reach);
        for (OfRequest reader : readers.subList(Math.min(1, readers.size()), readers.size())) {
            OfRequest first = readers.get(0);
            if (!sameType(first, reader)) {
                faults.accept(new Fault(
                        "The body of '" + reach.endpoint() + "' is read as " + read(first) + " and as " + read(reader),
                        Site.of(reader.parameter()),
                        "Read it as one type, in one dependency that the others use."));
            } else {
                BodyAnnotations.difference(first.parameter(), reader.parameter())
                        .ifPresent(annotation -> faults.accept(different(reach, first, reader, annotation)));
            }
        }
    }

    // A raw stream of the endpoint is Spring MVC's business as long as no dependency reads the body before.
    private static List<OfRequest> readers(Reach reach) {
        List<OfRequest> requested = reach.requested();
        boolean readBefore = requested.stream()
                .anyMatch(argument ->
                        argument.place().body() && !reach.endpoint().arguments().contains(argument));
        return requested.stream()
                .filter(argument -> argument.place().body() || readBefore && stream(argument))
                .toList();
    }

    private static boolean stream(OfRequest argument) {
        Class<?> type = argument.parameter().getParameterType();
        return argument.place() == Place.OTHER
                && (InputStream.class.isAssignableFrom(type) || Reader.class.isAssignableFrom(type));
    }

    private static boolean sameType(OfRequest one, OfRequest other) {
        return one.place() == Place.BODY
                && other.place() == Place.BODY
                && one.type().resolve() == other.type().resolve()
                && one.type().toString().equals(other.type().toString());
    }

    private static Fault different(Reach reach, OfRequest first, OfRequest reader, Annotation annotation) {
        boolean shared = first.parameter().hasParameterAnnotation(annotation.annotationType())
                && reader.parameter().hasParameterAnnotation(annotation.annotationType());
        String name = "@" + Names.of(annotation.annotationType());
        String by = Names.of(first.parameter().getExecutable()) + " and by "
                + Names.of(reader.parameter().getExecutable());
        return new Fault(
                "The body of '" + reach.endpoint() + "' is read by " + by
                        + (shared ? ", which give " + name + " different values" : ", but only one of them has " + name)
                        + "; it is read once, for both",
                Site.of(reader.parameter()),
                "Give both parameters the same annotations, or read the body in one dependency that the others use.");
    }

    private static String read(OfRequest body) {
        return Names.of(body.type()) + " by " + Names.of(body.parameter().getExecutable());
    }
}
