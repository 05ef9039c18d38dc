package io.github.depends.graph;

import io.github.depends.Yield;
import java.lang.reflect.TypeVariable;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ReactiveAdapter;
import org.springframework.core.ReactiveAdapterRegistry;
import org.springframework.core.ResolvableType;

/**
 * What a dependency method or constructor returns.
 *
 * @param value type of the value inside all wrappers; {@link ResolvableType#NONE} for a mere check
 * @param stage whether the value is delivered later
 * @param yields whether it is a {@link Yield}
 * @param refused whether no dependency can have it
 */
public record Result(ResolvableType value, boolean stage, boolean yields, boolean refused) {

    private static final ReactiveAdapterRegistry REACTIVE = ReactiveAdapterRegistry.getSharedInstance();

    /** Returns the result of what gives a value as it is. */
    static Result plain(ResolvableType value) {
        return new Result(value, false, false, false);
    }

    /** Reads a result type. */
    static Result of(ResolvableType declared) {
        boolean stage = isStage(declared);
        boolean yields = arrived(declared).resolve() == Yield.class;
        ResolvableType type = opened(declared);
        if (type.resolve() == Optional.class) {
            type = type.getGeneric(0);
        }
        if (type.resolve() == null && !noValue(declared)
                || leavesOpen(type)
                || isStage(type)
                || isMultiValue(type)
                || type.resolve() == Optional.class
                || holdsYield(type)) {
            return new Result(declared, false, false, true);
        }
        boolean nothing = isNothing(type.resolve());
        return new Result(nothing ? ResolvableType.NONE : type, stage, yields, false);
    }

    /** Whether a refused result has a yield where nobody opens or closes it. */
    boolean hidesYield() {
        return refused && holdsYield(opened(value));
    }

    /** Whether the value comes in something that is opened, or waited for, before anybody gets it. */
    boolean wrapped() {
        return stage || yields;
    }

    /** Whether it is refused, but was meant to give values of a type. */
    boolean refusedFor(ResolvableType requested) {
        return refused
                && requested.toClass() != Object.class
                && (TypeParts.any(value, requested::isAssignableFrom)
                        || hidesYield() && TypeParts.any(withoutYields(value), requested::isAssignableFrom));
    }

    /** Returns a type with the values of its yields in their places. */
    private static ResolvableType withoutYields(ResolvableType type) {
        if (type.resolve() == Yield.class) {
            return withoutYields(type.getGeneric(0));
        }
        if (type.isArray()) {
            return ResolvableType.forArrayComponent(withoutYields(type.getComponentType()));
        }
        return type.hasGenerics()
                ? ResolvableType.forClassWithGenerics(
                        type.toClass(),
                        Arrays.stream(type.getGenerics())
                                .map(Result::withoutYields)
                                .toArray(ResolvableType[]::new))
                : type;
    }

    private static boolean holdsYield(ResolvableType type) {
        return TypeParts.any(type, part -> part.resolve() == Yield.class);
    }

    /** Returns what is there when a stage has ended. */
    private static ResolvableType arrived(ResolvableType type) {
        return isStage(type)
                ? argument(type, CompletionStage.class.isAssignableFrom(type.toClass()) ? CompletionStage.class : null)
                : type;
    }

    /** Returns what is there when a yield has opened. */
    private static ResolvableType opened(ResolvableType type) {
        ResolvableType arrived = arrived(type);
        return arrived.resolve() == Yield.class ? arrived.getGeneric(0) : arrived;
    }

    private static boolean isNothing(@Nullable Class<?> type) {
        return type == null
                || type == void.class
                || type == Void.class
                || type.getName().equals("kotlin.Unit");
    }

    /** Reads a result type that is delivered later, though it does not say so. */
    static Result later(ResolvableType declared) {
        Result result = of(declared);
        return result.stage
                ? new Result(declared, false, false, true)
                : new Result(result.value, true, result.yields, result.refused);
    }

    // A bare T has the type of its bound, but a Store<T> would be given to whoever wants a Store of anything.
    private static boolean leavesOpen(ResolvableType type) {
        return !(type.getType() instanceof TypeVariable) && TypeVariables.open(type.getType()) != null;
    }

    private static ResolvableType argument(ResolvableType type, @Nullable Class<?> as) {
        return (as == null ? type : type.as(as)).getGeneric(0);
    }

    private static boolean isStage(ResolvableType type) {
        if (CompletionStage.class.isAssignableFrom(type.toClass())) {
            return true;
        }
        ReactiveAdapter adapter = type.resolve() == null ? null : REACTIVE.getAdapter(type.resolve());
        return adapter != null && !adapter.isMultiValue();
    }

    private static boolean noValue(ResolvableType type) {
        ReactiveAdapter adapter = type.resolve() == null ? null : REACTIVE.getAdapter(type.resolve());
        return adapter != null && adapter.isNoValue();
    }

    private static boolean isMultiValue(ResolvableType type) {
        ReactiveAdapter adapter = type.resolve() == null ? null : REACTIVE.getAdapter(type.resolve());
        return adapter != null && adapter.isMultiValue();
    }
}
