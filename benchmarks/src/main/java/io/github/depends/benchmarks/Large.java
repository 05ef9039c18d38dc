package io.github.depends.benchmarks;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * An application of many endpoints, each with three of many dependencies, each of which needs the one of half its number:
 * of two hundred an endpoint reaches some fifteen. Every tenth binds a parameter of the request.
 *
 * @param endpoints how many endpoints
 * @param dependencies how many dependencies
 */
record Large(int endpoints, int dependencies) {

    private static final int OF_ONE_CONTROLLER = 20;

    /** Returns the classes of its beans. */
    Class<?>[] classes() {
        return Generated.members("Large", source());
    }

    private String source() {
        return """
                import io.github.depends.*;
                import org.springframework.stereotype.Component;
                import org.springframework.web.bind.annotation.*;

                public class Large {
                    @Component
                    public static class Declared {
                %s
                    }
                %s
                    public static class Value {}
                }
                """.formatted(
                IntStream.range(0, dependencies).mapToObj(this::dependency).collect(Collectors.joining("\n")),
                IntStream.range(0, endpoints / OF_ONE_CONTROLLER)
                        .mapToObj(this::controller)
                        .collect(Collectors.joining("\n")));
    }

    private String dependency(int index) {
        String takes = index == 0 ? "" : use(index / 2);
        return index % 10 == 9
                ? "        @Dependency Value d%d(%s, @RequestParam(defaultValue = \"1\") int p%d) { return new Value(); }"
                        .formatted(index, takes, index)
                : "        @Dependency Value d%d(%s) { return new Value(); }".formatted(index, takes);
    }

    private String controller(int controller) {
        return IntStream.range(controller * OF_ONE_CONTROLLER, (controller + 1) * OF_ONE_CONTROLLER)
                .mapToObj(this::endpoint)
                .collect(Collectors.joining(
                        "\n", "    @RestController public static class C" + controller + " {\n", "\n    }"));
    }

    private String endpoint(int index) {
        return "        @GetMapping(\"/e%d\") String e%d(%s, %s, %s) { return \"done\"; }"
                .formatted(
                        index,
                        index,
                        use(index % dependencies),
                        use(index * 7 % dependencies + dependencies),
                        use(index * 13 % dependencies + 2 * dependencies));
    }

    private String use(int variable) {
        return "@Depends(value = Declared.class, name = \"d%d\") Value v%d"
                .formatted(variable % dependencies, variable);
    }
}
