package io.github.depends.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Dependencies that need each other in a certain way, and one endpoint that needs the last of them.
 *
 * @param methods the dependencies: the source of what each takes
 * @param endpoint what the endpoint takes
 * @param route annotations of the endpoint
 * @param result what each dependency declares to return, and what it returns
 */
record Shape(List<String> methods, String endpoint, String route, Result result) {

    /** Returns the shape of a kind, with as many dependencies; a diamond has two a level. */
    static Shape of(String kind, int size) {
        return switch (kind) {
            case "chain" -> new Shape(methods(size, index -> uses(index - 1)), uses(size - 1), "", Result.VALUE);
            case "wide" -> new Shape(wide(size), uses(size - 1), "", Result.VALUE);
            case "diamond" -> new Shape(methods(size, Shape::bothBelow), uses(size - 2, size - 1), "", Result.VALUE);
            case "route" -> new Shape(methods(size, index -> ""), "", route(size), Result.VALUE);
            case "yield" -> new Shape(methods(size, index -> uses(index - 1)), uses(size - 1), "", Result.YIELD);
            case "callbacks" ->
                new Shape(methods(size, index -> uses(index - 1)), uses(size - 1), "", Result.CALLBACKS);
            default -> throw new IllegalArgumentException(kind);
        };
    }

    /** Starts the application. */
    org.springframework.context.ConfigurableApplicationContext start() {
        Class<?>[] members = Generated.members("Shape", source());
        Class<?>[] sources = java.util.Arrays.copyOf(members, members.length + 1);
        sources[members.length] = Bare.class;
        return Applications.start(sources);
    }

    private String source() {
        String declared = IntStream.range(0, methods.size())
                .mapToObj(index -> "@Dependency %s n%d(%s) { return %s; }"
                        .formatted(result.type, index, methods.get(index), result.value))
                .collect(Collectors.joining("\n        "));
        return """
                import io.github.depends.*;
                import org.springframework.stereotype.Component;
                import org.springframework.web.bind.annotation.*;

                public class Shape {

                    @Component
                    public static class Declared {
                        %s
                    }

                    @RestController
                    public static class Controller {
                        %s
                        @GetMapping("/shape")
                        String shape(%s) {
                            return "done";
                        }
                    }

                    public static class Value {}
                }
                """.formatted(declared, route, endpoint);
    }

    private static List<String> methods(int size, IntFunction<String> takes) {
        return IntStream.range(0, size).mapToObj(takes).toList();
    }

    private static List<String> wide(int size) {
        List<String> methods = new ArrayList<>(methods(size - 1, index -> ""));
        methods.add(uses(IntStream.range(0, size - 1).toArray()));
        return methods;
    }

    private static String bothBelow(int index) {
        int level = index / 2;
        return level == 0 ? "" : uses(2 * level - 2, 2 * level - 1);
    }

    private static String route(int size) {
        return IntStream.range(0, size)
                .mapToObj(index -> "@Depends(value = Declared.class, name = \"n" + index + "\")")
                .collect(Collectors.joining(" "));
    }

    private static String uses(int... indexes) {
        return IntStream.of(indexes)
                .filter(index -> index >= 0)
                .mapToObj(index -> "@Depends(value = Declared.class, name = \"n%d\") Value v%d".formatted(index, index))
                .collect(Collectors.joining(", "));
    }

    /** What a dependency returns. */
    private enum Result {
        VALUE("Value", "new Value()"),
        YIELD("Yield<Value>", "Yield.of(new Value())"),
        CALLBACKS(
                "Yield<Value>",
                "Yield.open(Value::new).onOpen(v -> {}).onSuccess(v -> {}).onError((v, e) -> {})"
                        + ".onOutcome((v, o) -> {}).onClose(v -> {})");

        private final String type;
        private final String value;

        Result(String type, String value) {
            this.type = type;
            this.value = value;
        }
    }
}
