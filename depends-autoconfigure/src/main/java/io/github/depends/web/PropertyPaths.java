package io.github.depends.web;

import java.lang.reflect.Field;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.util.ReflectionUtils;

/** Takes from the path of a bound property what the client has chosen: keys of maps. */
final class PropertyPaths {

    private PropertyPaths() {}

    /**
     * Returns a path in which only the indexes of lists and arrays are left in brackets, all else is {@code [*]}.
     *
     * @param path the path, such as {@code items[2].scores[17]}
     * @param root type that it starts from
     */
    static String withoutKeys(String path, ResolvableType root) {
        StringBuilder text = new StringBuilder();
        @Nullable ResolvableType type = root;
        int index = 0;
        while (index < path.length()) {
            if (path.charAt(index) == '[') {
                int end = path.indexOf(']', index);
                String key = path.substring(index + 1, end < 0 ? path.length() : end);
                boolean list = type != null && (type.isArray() || type.as(Collection.class) != ResolvableType.NONE);
                text.append('[').append(list && key.matches("\\d+") ? key : "*").append(']');
                type = type == null ? null : element(type);
                index = end < 0 ? path.length() : end + 1;
            } else {
                int start = path.charAt(index) == '.' ? index + 1 : index;
                int end = start;
                while (end < path.length() && path.charAt(end) != '.' && path.charAt(end) != '[') {
                    end++;
                }
                text.append(path, index, end);
                type = type == null ? null : property(type, path.substring(start, end));
                index = end;
            }
        }
        return text.toString();
    }

    private static @Nullable ResolvableType element(ResolvableType type) {
        if (type.isArray()) {
            return type.getComponentType();
        }
        ResolvableType map = type.asMap();
        return map != ResolvableType.NONE
                ? map.getGeneric(1)
                : type.as(Collection.class).getGeneric(0);
    }

    private static @Nullable ResolvableType property(ResolvableType type, String name) {
        Class<?> owner = type.resolve();
        Field field = owner == null || name.isEmpty() ? null : ReflectionUtils.findField(owner, name);
        return field == null ? null : ResolvableType.forField(field, type);
    }
}
