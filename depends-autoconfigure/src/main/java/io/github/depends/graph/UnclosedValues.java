package io.github.depends.graph;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.CharArrayReader;
import java.io.CharArrayWriter;
import java.io.Closeable;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.BaseStream;
import java.util.stream.Stream;
import org.springframework.core.ResolvableType;

/** Finds dependencies whose values can be closed, although nothing says that the request is to close them. */
final class UnclosedValues {

    /** Types of which the documentation says that closing has no effect, or is in general unnecessary. */
    private static final Set<Class<?>> WITHOUT_EFFECT = Set.of(
            BaseStream.class,
            ByteArrayInputStream.class,
            ByteArrayOutputStream.class,
            CharArrayReader.class,
            CharArrayWriter.class,
            StringReader.class,
            StringWriter.class);

    private final Catalog catalog;

    UnclosedValues(Catalog catalog) {
        this.catalog = catalog;
    }

    /** Returns a warning for each such dependency, in the order of their names. */
    List<String> warnings(Collection<DependencyNode> nodes) {
        Stream<Provider.Executing> constructors = nodes.stream()
                .map(DependencyNode::provider)
                .filter(Provider.OfConstructor.class::isInstance)
                .map(Provider.OfConstructor.class::cast);
        return Stream.concat(catalog.methods().stream(), constructors)
                .filter(this::staysOpen)
                .map(UnclosedValues::warning)
                .distinct()
                .sorted()
                .toList();
    }

    private boolean staysOpen(Provider.Executing dependency) {
        Class<?> type = dependency.valueType().toClass();
        return AutoCloseable.class.isAssignableFrom(type)
                && !dependency.result().yields()
                && !dependency.result().refused()
                && WITHOUT_EFFECT.stream().noneMatch(each -> each.isAssignableFrom(type))
                && !handsOn(dependency)
                && !isBean(dependency.valueType());
    }

    // What it gives may be what it takes, which somebody else closes.
    private static boolean handsOn(Provider.Executing dependency) {
        return dependency.parameters().stream()
                .filter(UseReader::carriesUse)
                .map(ResolvableType::forMethodParameter)
                .anyMatch(dependency.valueType()::isAssignableFrom);
    }

    // What lives as long as the application is closed with it.
    private boolean isBean(ResolvableType type) {
        return type.toClass() != AutoCloseable.class
                && type.toClass() != Closeable.class
                && !catalog.beans(type).isEmpty();
    }

    private static String warning(Provider.Executing dependency) {
        String type = Names.of(dependency.valueType());
        String location = SourceLocation.of(dependency.site());
        return "'" + dependency.label() + "' gives " + type + ", which nothing closes when the request is over"
                + (location == null ? "" : " (" + location + ")") + ". " + action(dependency, type);
    }

    private static String action(Provider.Executing dependency, String type) {
        if (dependency instanceof Provider.OfConstructor) {
            return "Make it in a @Dependency method that returns Yield<" + type + "> by Yield.closing(new " + type
                    + "(...)).";
        }
        ResolvableType declared = ResolvableType.forMethodReturnType(
                ((Provider.OfMethod) dependency).method(), ((Provider.OfMethod) dependency).beanType());
        ResolvableType inner = dependency.result().stage() ? declared.getGeneric(0) : declared;
        boolean optional = inner.resolve() == Optional.class;
        String yield = "Yield<" + Names.of(inner) + ">";
        return "Return " + (dependency.result().stage() ? Names.of(declared.toClass()) + "<" + yield + ">" : yield)
                + (optional
                        ? " by Yield.of(value).onClose(...), because Yield.closing(value) does not look into an Optional"
                        : " by Yield.closing(value)")
                + ", or by Yield.of(value) if something else closes it.";
    }
}
