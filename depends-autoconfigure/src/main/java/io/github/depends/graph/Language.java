package io.github.depends.graph;

import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;

/**
 * What the source of a class says otherwise than its byte code. Found by Spring's {@code SpringFactoriesLoader}, so that
 * support for a language can be left out. Thread-safe.
 */
public interface Language {

    /** Whether a class is written in this language. */
    boolean wrote(Class<?> type);

    /** Returns the name of a method in the source. */
    String name(Method method);

    /** Whether the compiler has added a method or constructor to the one in the source, with all its annotations. */
    boolean added(Executable executable);

    /** Returns the constructor of a class that is what a record is in Java, {@code null} if it is none. */
    @Nullable Constructor<?> canonical(Class<?> type);

    /**
     * Returns the type of a method's value.
     *
     * @param type the class that has or inherits the method
     */
    ResolvableType returns(Method method, Class<?> type);

    /** Whether the method delivers its value later, without a type that says so. */
    boolean suspends(Method method);

    /** Whether the compiler has added the last parameter, which whoever calls fills. */
    boolean addsLastParameter(Executable executable);

    /** Returns why a method can be no dependency of this application, {@code null} if it can. */
    @Nullable Refusal refusal(Method method);

    /** Returns what to do so that a class whose methods are dependencies is a bean; a sentence without its end. */
    String asBean(Class<?> type);

    /** Returns what calls a method or constructor; to be asked for once. */
    Call call(Executable executable);

    /** Calls a method or constructor. */
    @FunctionalInterface
    interface Call {

        /**
         * Makes the call.
         *
         * @param target the object that has the method, {@code null} for a constructor or static method
         * @param arguments one for each parameter in the byte code
         * @throws Throwable what the method or constructor throws
         */
        @Nullable Object with(@Nullable Object target, @Nullable Object[] arguments) throws Throwable;
    }
}
