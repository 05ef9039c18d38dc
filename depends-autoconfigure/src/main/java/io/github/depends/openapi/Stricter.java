package io.github.depends.openapi;

import io.swagger.v3.core.util.AnnotationsUtils;
import io.swagger.v3.oas.models.SpecVersion;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Narrows a documented parameter by another declaration of the same one: a request must satisfy both. */
final class Stricter {

    private Stricter() {}

    /** Narrows the first by the second, in a document of the given version. */
    static void narrow(Parameter parameter, Parameter other, SpecVersion version) {
        if (Boolean.TRUE.equals(other.getRequired())) {
            parameter.setRequired(true);
        }
        Schema<?> schema = parameter.getSchema();
        if (schema == null || other.getSchema() == null || schema.get$ref() != null) {
            return;
        }
        boolean unlessGiven = !Boolean.TRUE.equals(parameter.getRequired())
                || other.getSchema().getDefault() != null;
        Schema<?> base = schema.getDefault() == null || unlessGiven ? schema : other.getSchema();
        // springdoc may share the schema of a type between parameters
        Schema<?> own = AnnotationsUtils.clone(base, version == SpecVersion.V31);
        narrow(own, base == schema ? other.getSchema() : schema);
        parameter.setSchema(own);
    }

    /** Narrows a property that two bodies have, of which the first is documented. */
    static void narrowProperty(Schema<?> body, Schema<?> other, String name, SpecVersion version) {
        Parameter narrowed = property(body, name);
        boolean required = narrowed.getRequired();
        narrow(narrowed, property(other, name), version);
        body.addProperty(name, narrowed.getSchema());
        if (narrowed.getRequired() && !required) {
            body.addRequiredItem(name);
        }
    }

    private static Parameter property(Schema<?> body, String name) {
        return new Parameter()
                .schema(body.getProperties().get(name))
                .required(body.getRequired() != null && body.getRequired().contains(name));
    }

    private static void narrow(Schema<?> schema, Schema<?> other) {
        narrowBounds(schema, other);
        take(schema, other, Schema::getMinLength, Schema::setMinLength, Math::max);
        take(schema, other, Schema::getMaxLength, Schema::setMaxLength, Math::min);
        take(schema, other, Schema::getMinItems, Schema::setMinItems, Math::max);
        take(schema, other, Schema::getMaxItems, Schema::setMaxItems, Math::min);
        take(schema, other, Schema::getExclusiveMinimumValue, Schema::setExclusiveMinimumValue, BigDecimal::max);
        take(schema, other, Schema::getExclusiveMaximumValue, Schema::setExclusiveMaximumValue, BigDecimal::min);
        take(schema, other, Schema::getUniqueItems, Schema::setUniqueItems, Boolean::logicalOr);
        take(schema, other, Schema::getPattern, Schema::setPattern, (one, another) -> one);
        take(schema, other, Schema::getFormat, Schema::setFormat, (one, another) -> one);
        narrowEnum(schema, other);
        if (schema.getItems() != null
                && other.getItems() != null
                && schema.getItems().get$ref() == null) {
            narrow(schema.getItems(), other.getItems());
        }
    }

    private static void narrowBounds(Schema<?> schema, Schema<?> other) {
        int minimum = compare(schema.getMinimum(), other.getMinimum(), 1);
        if (minimum <= 0) {
            schema.setExclusiveMinimum(
                    minimum < 0
                            ? other.getExclusiveMinimum()
                            : either(schema.getExclusiveMinimum(), other.getExclusiveMinimum()));
            schema.setMinimum(minimum < 0 ? other.getMinimum() : schema.getMinimum());
        }
        int maximum = compare(schema.getMaximum(), other.getMaximum(), -1);
        if (maximum <= 0) {
            schema.setExclusiveMaximum(
                    maximum < 0
                            ? other.getExclusiveMaximum()
                            : either(schema.getExclusiveMaximum(), other.getExclusiveMaximum()));
            schema.setMaximum(maximum < 0 ? other.getMaximum() : schema.getMaximum());
        }
    }

    /** Negative if the other bound is the stricter one. */
    private static int compare(@Nullable BigDecimal own, @Nullable BigDecimal other, int direction) {
        if (own == null || other == null) {
            return own == other ? 0 : own == null ? -1 : 1;
        }
        return own.compareTo(other) * direction;
    }

    private static @Nullable Boolean either(@Nullable Boolean one, @Nullable Boolean other) {
        return one == null ? other : other == null ? one : Boolean.valueOf(one || other);
    }

    private static <T> void take(
            Schema<?> schema,
            Schema<?> other,
            Function<Schema<?>, @Nullable T> read,
            BiConsumer<Schema<?>, T> write,
            BinaryOperator<T> stricter) {
        T own = read.apply(schema);
        T others = read.apply(other);
        if (others != null) {
            write.accept(schema, own == null ? others : stricter.apply(own, others));
        }
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // the values of an enumeration have the schema's type, whatever it is
    private static void narrowEnum(Schema<?> schema, Schema<?> other) {
        List<?> own = schema.getEnum();
        List<?> others = other.getEnum();
        if (others != null) {
            List<Object> both = new ArrayList<>(own == null ? others : own);
            both.retainAll(others);
            ((Schema) schema).setEnum(both);
        }
    }
}
