package io.github.depends.web;

import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;

/**
 * Takes from the path of a bound property what the client has chosen: keys of maps, and whatever is no declared property
 * of the types along the path.
 */
final class PropertyPaths {

    private static final String CHOSEN_BY_CLIENT = "[*]";

    private PropertyPaths() {}

    /**
     * Returns a path that consists of declared properties and of the indexes of lists and arrays; all else is {@code [*]}.
     *
     * @param path the path, such as {@code items[2].scores[17]}
     * @param root type that it starts from
     */
    static String withoutKeys(String path, ResolvableType root) {
        StringBuilder text = new StringBuilder();
        ResolvableType type = content(root);
        int index = 0;
        while (index < path.length()) {
            boolean key = path.charAt(index) == '[';
            int end = key ? path.indexOf(']', index) : endOfName(path, index + 1);
            ResolvableType next = key ? element(type) : property(type, nameAt(path, index, end));
            if (next == null || key && !endsWell(path, end)) {
                return text.append(CHOSEN_BY_CLIENT).toString();
            }
            text.append(key ? index(type, path.substring(index + 1, end)) : separator(text) + nameAt(path, index, end));
            type = content(next);
            index = key ? end + 1 : end;
        }
        return text.toString();
    }

    /** Returns a path whose indexes are left out too, because no list or array has them. */
    static String withoutIndexes(String path, ResolvableType root) {
        return withoutKeys(path, root).replaceAll("\\[\\d+]", CHOSEN_BY_CLIENT);
    }

    private static String separator(CharSequence before) {
        return before.isEmpty() ? "" : ".";
    }

    private static String nameAt(String path, int index, int end) {
        return path.substring(path.charAt(index) == '.' ? index + 1 : index, end);
    }

    private static int endOfName(String path, int index) {
        int end = index;
        while (end < path.length() && path.charAt(end) != '.' && path.charAt(end) != '[') {
            end++;
        }
        return end;
    }

    // Where brackets nest, the key goes on behind the first that closes.
    private static boolean endsWell(String path, int end) {
        return end >= 0 && (end + 1 == path.length() || path.charAt(end + 1) == '.' || path.charAt(end + 1) == '[');
    }

    private static String index(ResolvableType type, String key) {
        boolean list = type.isArray() || type.as(Collection.class) != ResolvableType.NONE;
        return list && key.matches("0|[1-9]\\d{0,5}") ? "[" + key + "]" : CHOSEN_BY_CLIENT;
    }

    private static ResolvableType content(ResolvableType type) {
        return type.resolve() == Optional.class ? type.getGeneric(0) : type;
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
        return BoundProperties.of(type).get(name);
    }
}
