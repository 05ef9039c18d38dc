package io.github.depends.graph;

import java.lang.reflect.Executable;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;

/**
 * Place in the source that asks for something or declares it.
 *
 * @param description how messages name it, such as {@code ArticleController.articles(Page)}
 * @param element the executable, class or package; {@code null} for configuration
 * @param parameter name of the parameter, if it is one
 */
public record Site(
        String description,
        @Nullable Object element,
        @Nullable String parameter) {

    /** Returns the place of a method or constructor. */
    public static Site of(Executable executable) {
        return new Site(Names.of(executable), executable, null);
    }

    /** Returns the place of a parameter. */
    public static Site of(MethodParameter parameter) {
        return new Site(
                Names.of(parameter.getExecutable()),
                parameter.getExecutable(),
                parameter
                        .getExecutable()
                        .getParameters()[parameter.getParameterIndex()]
                        .getName());
    }

    /** Returns the place of a class. */
    public static Site of(Class<?> type) {
        return new Site(Names.of(type), type, null);
    }

    /** Returns a place that has no element in the source. */
    public static Site of(String description) {
        return new Site(description, null, null);
    }

    @Override
    public String toString() {
        return description;
    }
}
