package io.github.depends.graph;

import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.util.ReflectionUtils;

/** Tells in which language a class is written. */
public final class Languages {

    private static final Language JAVA = new Java();

    private static final List<Language> OTHERS = SpringFactoriesLoader.forDefaultResourceLocation(
                    Languages.class.getClassLoader())
            .load(Language.class);

    private Languages() {}

    /** Returns the language of a class. */
    public static Language of(Class<?> type) {
        for (Language language : OTHERS) {
            if (language.wrote(type)) {
                return language;
            }
        }
        return JAVA;
    }

    /** Returns the language of all classes that no other knows. */
    public static Language java() {
        return JAVA;
    }

    /** Returns what calls a method or constructor by Java's reflection alone. */
    public static Language.Call plain(Executable executable) {
        if (executable instanceof Method method) {
            ReflectionUtils.makeAccessible(method);
            return (target, arguments) -> invoke(method, target, arguments);
        }
        Constructor<?> constructor = (Constructor<?>) executable;
        ReflectionUtils.makeAccessible(constructor);
        return (target, arguments) -> construct(constructor, arguments);
    }

    private static @Nullable Object invoke(Method method, @Nullable Object target, @Nullable Object[] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException thrown) {
            throw cause(thrown);
        }
    }

    private static Object construct(Constructor<?> constructor, @Nullable Object[] arguments) throws Throwable {
        try {
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException thrown) {
            throw cause(thrown);
        }
    }

    private static Throwable cause(InvocationTargetException thrown) {
        return thrown.getTargetException() == null ? thrown : thrown.getTargetException();
    }

    private static final class Java implements Language {

        @Override
        public boolean wrote(Class<?> type) {
            return true;
        }

        @Override
        public String name(Method method) {
            return method.getName();
        }

        @Override
        public boolean added(Executable executable) {
            return false;
        }

        @Override
        public @Nullable Constructor<?> canonical(Class<?> type) {
            if (!type.isRecord()) {
                return null;
            }
            Class<?>[] components = Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new);
            return Arrays.stream(type.getDeclaredConstructors())
                    .filter(constructor -> Arrays.equals(constructor.getParameterTypes(), components))
                    .findFirst()
                    .orElse(null);
        }

        @Override
        public ResolvableType returns(Method method, Class<?> type) {
            return ResolvableType.forMethodReturnType(method, type);
        }

        @Override
        public boolean suspends(Method method) {
            return false;
        }

        @Override
        public boolean addsLastParameter(Executable executable) {
            return false;
        }

        @Override
        public @Nullable Refusal refusal(Method method) {
            return null;
        }

        @Override
        public String asBean(Class<?> type) {
            return "Annotate " + Names.of(type) + " with @Component";
        }

        @Override
        public Call call(Executable executable) {
            return plain(executable);
        }
    }
}
