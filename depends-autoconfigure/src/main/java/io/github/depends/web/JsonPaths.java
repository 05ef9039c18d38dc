package io.github.depends.web;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ClassUtils;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.PropertyName;
import tools.jackson.databind.exc.InvalidNullException;
import tools.jackson.databind.exc.InvalidTypeIdException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.PropertyBindingException;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.BeanPropertyDefinition;
import tools.jackson.databind.introspect.ClassIntrospector;
import tools.jackson.databind.util.NameTransformer;

/** Finds where in a body a value was missing or had the wrong type, and which; Jackson is optional. */
final class JsonPaths {

    private static final boolean JACKSON =
            ClassUtils.isPresent("tools.jackson.databind.DatabindException", JsonPaths.class.getClassLoader());

    private JsonPaths() {}

    /** Returns the path, empty for the whole body; {@code null} if the body could not be parsed at all. */
    static @Nullable String of(@Nullable Throwable cause) {
        return JACKSON && cause != null ? Jackson.path(cause) : null;
    }

    /**
     * Returns what is wrong there: {@code missing}, {@code unreadable} for a property that the body's type does not take, or
     * {@code type}.
     */
    static String code(@Nullable Throwable cause) {
        return JACKSON ? Jackson.code(cause) : "type";
    }

    /** In a class of its own, so that Jackson stays optional. */
    private static final class Jackson {

        // Jackson has no exception of its own for these: tests compare what it says with what has been sent.
        private static final List<String> MISSING = List.of(
                "Cannot map `null` into type",
                "Cannot coerce `null` to element of",
                "Missing creator property",
                "Missing required creator property",
                "Null value for creator property");
        private static final String TRAILING = "Trailing token";

        static @Nullable String path(Throwable cause) {
            if (!(cause instanceof JacksonException thrown) || malformed(thrown)) {
                return null;
            }
            StringBuilder path = new StringBuilder();
            for (JacksonException.Reference reference : thrown.getPath()) {
                append(path, reference, thrown);
            }
            if (thrown instanceof InvalidTypeIdException untyped) {
                appendTypeId(path, untyped);
            }
            return path.toString();
        }

        static String code(@Nullable Throwable cause) {
            if (cause instanceof PropertyBindingException) {
                return "unreadable";
            }
            boolean missing = cause instanceof InvalidNullException
                    || cause instanceof InvalidTypeIdException untyped && untyped.getTypeId() == null
                    || cause instanceof MismatchedInputException mismatch && says(mismatch, MISSING);
            return missing ? "missing" : "type";
        }

        private static boolean says(JacksonException thrown, List<String> beginnings) {
            String message = String.valueOf(thrown.getOriginalMessage());
            return beginnings.stream().anyMatch(message::startsWith);
        }

        private static boolean malformed(JacksonException thrown) {
            for (Throwable each = thrown; each != null; each = each.getCause()) {
                boolean unreadable = each instanceof StreamReadException && !(each instanceof InputCoercionException);
                if (unreadable || each instanceof StreamConstraintsException) {
                    return true;
                }
            }
            return says(thrown, List.of(TRAILING));
        }

        private static void append(StringBuilder path, JacksonException.Reference reference, JacksonException thrown) {
            if (reference.getPropertyName() == null) {
                path.append('[')
                        .append(reference.getIndex() < 0 ? "*" : reference.getIndex())
                        .append(']');
                return;
            }
            String declared = declared(reference, thrown);
            if (declared == null) {
                path.append("[*]");
            } else {
                path.append(path.isEmpty() ? "" : ".").append(declared);
            }
        }

        /** Returns the property as the type declares it, {@code null} if the client has chosen its name. */
        private static @Nullable String declared(JacksonException.Reference reference, JacksonException thrown) {
            Object from = reference.from();
            Class<?> type = from instanceof Class<?> known ? known : from == null ? null : from.getClass();
            DeserializationContext context = context(thrown);
            if (type == null || context == null || Map.class.isAssignableFrom(type)) {
                return null;
            }
            Set<String> names = new LinkedHashSet<>();
            addNames(context.constructType(type), context, NameTransformer.NOP, 0, names);
            String name = reference.getPropertyName();
            return names.contains(name)
                    ? name
                    : names.stream()
                            .filter(each -> each.equalsIgnoreCase(name))
                            .findFirst()
                            .orElse(null);
        }

        private static void appendTypeId(StringBuilder path, InvalidTypeIdException thrown) {
            DeserializationContext context = context(thrown);
            if (context == null || thrown.getBaseType() == null) {
                return;
            }
            JsonTypeInfo.Value info = context.getAnnotationIntrospector()
                    .findPolymorphicTypeInfo(
                            context.getConfig(),
                            context.getConfig()
                                    .classIntrospectorInstance()
                                    .introspectClassAnnotations(thrown.getBaseType()));
            if (info != null && info.getInclusionType() == JsonTypeInfo.As.PROPERTY && info.getPropertyName() != null) {
                path.append(path.isEmpty() ? "" : ".").append(info.getPropertyName());
            }
        }

        private static @Nullable DeserializationContext context(JacksonException thrown) {
            Object processor =
                    thrown.processor() instanceof JsonParser parser ? parser.objectReadContext() : thrown.processor();
            return processor instanceof DeserializationContext context ? context : null;
        }

        private static void addNames(
                JavaType type, DeserializationContext context, NameTransformer outer, int depth, Set<String> to) {
            ClassIntrospector introspector = context.getConfig().classIntrospectorInstance();
            BeanDescription bean =
                    introspector.introspectForDeserialization(type, introspector.introspectClassAnnotations(type));
            addNames(bean, context, outer, depth, to);
            addNames(introspector.introspectForDeserializationWithBuilder(type, bean), context, outer, depth, to);
        }

        private static void addNames(
                BeanDescription bean,
                DeserializationContext context,
                NameTransformer outer,
                int depth,
                Set<String> to) {
            for (BeanPropertyDefinition property : bean.findProperties()) {
                AnnotatedMember member = property.getPrimaryMember();
                NameTransformer inner = member == null
                        ? null
                        : context.getAnnotationIntrospector()
                                .findUnwrappingNameTransformer(context.getConfig(), member);
                if (inner != null && depth < 8) {
                    addNames(
                            property.getPrimaryType(),
                            context,
                            NameTransformer.chainedTransformer(outer, inner),
                            depth + 1,
                            to);
                } else {
                    to.add(outer.transform(property.getName()));
                    property.findAliases().stream()
                            .map(PropertyName::getSimpleName)
                            .forEach(to::add);
                }
            }
        }
    }
}
