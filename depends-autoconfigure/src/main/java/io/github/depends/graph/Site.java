package io.github.depends.graph;

import java.lang.reflect.Executable;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;

/**
 * Place in the source that asks for something or declares it. It is put into words only when a message names it.
 *
 * @param words how messages name it, {@code null} if they name the element
 * @param element the executable, class or package; {@code null} for configuration
 * @param index index of the parameter, -1 if it is none
 */
public record Site(@Nullable String words, @Nullable Object element, int index) {

    /** Returns the place of a method or constructor. */
    public static Site of(Executable executable) {
        return new Site(null, executable, -1);
    }

    /** Returns the place of a parameter. */
    public static Site of(MethodParameter parameter) {
        return new Site(null, parameter.getExecutable(), parameter.getParameterIndex());
    }

    /** Returns the place of a class. */
    public static Site of(Class<?> type) {
        return new Site(null, type, -1);
    }

    /** Returns a place that has no element in the source. */
    public static Site of(String words) {
        return new Site(words, null, -1);
    }

    /** Returns how messages name it, such as {@code ArticleController.articles(Page)}. */
    public String description() {
        if (words != null) {
            return words;
        }
        return element instanceof Executable executable
                ? Names.of(executable)
                : element instanceof Class<?> type ? Names.of(type) : "";
    }

    /** Returns the name of the parameter, {@code null} if it is none. */
    public @Nullable String parameter() {
        return index >= 0 && element instanceof Executable executable
                ? executable.getParameters()[index].getName()
                : null;
    }

    @Override
    public String toString() {
        return description();
    }
}
