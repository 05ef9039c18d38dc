package io.github.depends.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.depends.testing.App;
import io.github.depends.testing.Compiled;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * A parameter whose type has a type variable, at every place of a request, in all kinds of declaration and use, is what
 * it is where the type is written out on a controller method: for the request, and in the document.
 */
class TypeVariableTests {

    private static final List<Place> PLACES = List.of(
            Place.of("depends", "@Depends Store<T> v", "Store.of(v)"),
            Place.of("dependsNested", "@Depends Store<List<T>> v", "Store.of(v)"),
            Place.of("dependsArray", "@Depends Store<T[]> v", "Store.of(v)"),
            Place.of("dependsSupplier", "@Depends Supplier<Store<T>> v", "Store.of(v.get())"),
            Place.of("dependsOptional", "@Depends Optional<Store<T>> v", "Store.of(v.get())"),
            Place.of("dependsItself", "@Depends(name = \"value\") T v", "Store.show(v)"),
            Place.of("query", "@RequestParam T v"),
            Place.of("queryOptional", "@RequestParam Optional<T> v", "Store.show(v.get())"),
            Place.of("queryList", "@RequestParam List<T> v"),
            Place.of("queryArray", "@RequestParam T[] v"),
            Place.of("header", "@RequestHeader(\"X-V\") T v"),
            Place.of("cookie", "@CookieValue(\"v\") T v"),
            Place.of("path", "@PathVariable T v"),
            Place.of("body", "@RequestBody T v"),
            Place.of("bodyValid", "@Valid @RequestBody T v"),
            Place.of("bodyOptional", "@RequestBody Optional<T> v", "Store.show(v.get())"),
            Place.of("bodyList", "@RequestBody List<T> v"),
            Place.of("bodyArray", "@RequestBody T[] v"),
            Place.of("bodyMap", "@RequestBody Map<String, List<? extends T>> v"),
            Place.of("entity", "HttpEntity<T> v", "Store.show(v.getBody())"),
            Place.of("part", "@RequestPart T v"),
            Place.of("model", "@ModelAttribute T v"));

    /** Ways to declare it and to use it; {@code X} is what the type variable stands for. */
    private static final Map<String, String> WAYS = Map.of(
            "record", "@Depends Asked<X> it",
            "supplier", "@Depends Supplier<? extends Asked<X>> it",
            "optional", "@Depends Optional<Asked<X>> it",
            "nested", "@Depends Outer<X> it",
            "constructor", "@Depends Made<X> it",
            "named", "@Depends(Asked.class) Said<X> it",
            "inherited", "@Depends OfSubclass<X> it",
            "bean", "@Depends OfBean<X> it",
            "interface", "@Depends OfInterface<X> it");

    private static final List<Type> VALUES =
            List.of(new Type("Long", "7", "7"), new Type("UUID", uuid(), "\"" + uuid() + "\""));
    private static final List<Type> OBJECTS = List.of(
            new Type("Pen", "", "{\"ink\":\"red\"}"), new Type("Book", "", "{\"title\":\"Emma\",\"pages\":\"5\"}"));

    @TempDir
    static Path folder;

    private static Compiled compiled;
    private static App app;
    private static Document document;

    @BeforeAll
    static void start() {
        List<String> sources = new ArrayList<>(List.of(STORE));
        List<String> classes = new ArrayList<>(List.of("generated.Store$Stores"));
        for (Place place : PLACES) {
            sources.add(source(place));
            for (String nested : List.of("Beans", "Endpoints", "Of0", "Of1", "Serves0", "Serves1")) {
                classes.add("generated.In_" + place.name + "$" + nested);
            }
        }
        compiled = new Compiled(folder).into("generated", sources.toArray(String[]::new));
        app = compiled.start(classes.toArray(String[]::new));
        document = Document.of(app);
    }

    @AfterAll
    static void stop() throws IOException {
        app.close();
        compiled.close();
    }

    @TestFactory
    Stream<DynamicTest> meansWhatTheUseSays() {
        return rows((place, type, way) -> {
            String plain = place.answer(type, "plain");
            assertThat(plain).startsWith("200 ");
            assertThat(place.answer(type, way)).isEqualTo(plain);
        });
    }

    @TestFactory
    Stream<DynamicTest> isDocumentedAsIfItWereWrittenOut() {
        return rows((place, type, way) -> assertThat(document.comparable("post", place.path(type, way), "400"))
                .isEqualTo(document.comparable("post", place.path(type, "plain"), "400")));
    }

    private static Stream<DynamicTest> rows(Row row) {
        return PLACES.stream()
                .flatMap(place -> place.types().stream()
                        .flatMap(type -> Stream.concat(place.ways().stream(), Stream.of("controller"))
                                .map(way -> dynamicTest(
                                        place.name + " of " + type.name + ", " + way,
                                        () -> row.check(place, type, way)))));
    }

    private static String source(Place place) {
        StringBuilder endpoints = new StringBuilder();
        StringBuilder others = new StringBuilder();
        for (int index = 0; index < place.types().size(); index++) {
            Type type = place.types().get(index);
            String mapping = "@PostMapping(\"" + place.name + "/" + type.name + "/%s%s\") ";
            String variable = place.name.equals("path") ? "/{v}" : "";
            endpoints
                    .append(mapping.formatted("plain", variable))
                    .append("String plain")
                    .append(index)
                    .append("(")
                    .append(place.declared.replaceAll("\\bT\\b", type.name))
                    .append(") { return ")
                    .append(place.shown)
                    .append("; }\n");
            place.ways()
                    .forEach(way -> endpoints
                            .append(mapping.formatted(way, variable))
                            .append("String ")
                            .append(way.equals("interface") ? "inter" : way)
                            .append(type.name)
                            .append("(")
                            .append(WAYS.get(way).replaceAll("\\bX\\b", type.name))
                            .append(") { return it")
                            .append(List.of("supplier", "optional").contains(way) ? ".get()" : "")
                            .append(".said(); }\n"));
            others.append("""
                    @Component public static class Of%1$d extends Base<%2$s> {}
                    @RestController @RequestMapping("%3$s/%2$s/controller%4$s")
                    public static class Serves%1$d extends Serves<%2$s> {}
                    """.formatted(index, type.name, place.name, variable));
        }
        return TEMPLATE.replace("NAME", place.name)
                .replace(
                        "IMPLEMENTED", place.declared.replaceAll("\\bT\\b", "B").replaceAll("@\\w+(\\(.*?\\))? ", ""))
                .replace("PLACE", place.declared)
                .replace("SHOWN", place.shown)
                .replace("FIRST", place.types().get(0).name)
                .replace("SECOND", place.types().get(1).name)
                .replace("ENDPOINTS", endpoints)
                .replace("OTHERS", others);
    }

    private interface Row {

        void check(Place place, Type type, String way);
    }

    /** What a type variable stands for, as text and in JSON. */
    private record Type(String name, String text, String json) {}

    private record Place(String name, String declared, String shown) {

        static Place of(String name, String declared) {
            return of(name, declared, "Store.show(v)");
        }

        static Place of(String name, String declared, String shown) {
            return new Place(name, declared, shown);
        }

        List<Type> types() {
            return name.startsWith("body") || List.of("entity", "part", "model").contains(name) ? OBJECTS : VALUES;
        }

        /** A third of the ways, so that each kind of place meets each way. */
        List<String> ways() {
            List<String> all = WAYS.keySet().stream().sorted().toList();
            return IntStream.range(0, all.size())
                    .filter(index -> index % 3 == PLACES.indexOf(this) % 3)
                    .mapToObj(all::get)
                    .toList();
        }

        String path(Type type, String way) {
            return "/" + name + "/" + type.name + "/" + way + (name.equals("path") ? "/{v}" : "");
        }

        String answer(Type type, String way) {
            String query = name.startsWith("query")
                    ? "?v=" + type.text
                    : name.equals("model") ? "?ink=red&title=Emma&pages=5" : "";
            String path = path(type, way).replace("{v}", type.text) + query;
            var answer = switch (name) {
                case "header" -> app.send("POST", path, null, "X-V", type.text);
                case "cookie" -> app.send("POST", path, null, "Cookie", "v=" + type.text);
                case "part" ->
                    app.send(
                            "POST",
                            path,
                            """
                        --cut\r
                        Content-Disposition: form-data; name="v"\r
                        Content-Type: application/json\r
                        \r
                        %s\r
                        --cut--\r
                        """.formatted(type.json),
                            "Content-Type",
                            "multipart/form-data; boundary=cut");
                case "bodyList", "bodyArray" -> app.post(path, "[" + type.json + "]");
                case "bodyMap" -> app.post(path, "{\"a\":[" + type.json + "]}");
                default -> app.post(path, type.json);
            };
            return answer.statusCode() + " " + answer.body();
        }
    }

    private static String uuid() {
        return "0b0f9a52-6f6e-4f0e-9d5c-0d1f8b7c3a11";
    }

    private static final String STORE = """
            package generated;

            import io.github.depends.*;
            import java.util.*;
            import org.springframework.context.annotation.Bean;

            public record Store<T>(String kind) {

                public static String of(Store<?> store) { return store.kind(); }

                /** Tells the classes of all that is in a value. */
                public static String show(Object v) {
                    if (v instanceof Map<?, ?> map) return "map " + map.keySet() + show(List.copyOf(map.values()));
                    if (v instanceof List<?> list) return "list " + list.stream().map(Store::show).toList();
                    return v instanceof Object[] array
                            ? v.getClass().getSimpleName() + show(List.of(array))
                            : v.getClass().getSimpleName() + " " + v;
                }

                public static class Stores {
                    @Bean Store<Long> longs() { return new Store<>("longs"); }
                    @Bean Store<UUID> uuids() { return new Store<>("uuids"); }
                    @Bean Store<List<Long>> longLists() { return new Store<>("lists of longs"); }
                    @Bean Store<List<UUID>> uuidLists() { return new Store<>("lists of uuids"); }
                    @Bean Store<Long[]> longArrays() { return new Store<>("arrays of longs"); }
                    @Bean Store<UUID[]> uuidArrays() { return new Store<>("arrays of uuids"); }
                    @Dependency(name = "value") Long number() { return 7L; }
                    @Dependency(name = "value") UUID id() { return new UUID(1, 2); }
                }
            }
            """;

    private static final String TEMPLATE = """
            package generated;

            import io.github.depends.*;
            import jakarta.validation.Valid;
            import java.util.*;
            import java.util.concurrent.*;
            import java.util.function.Supplier;
            import org.springframework.context.annotation.Bean;
            import org.springframework.http.HttpEntity;
            import org.springframework.stereotype.Component;
            import org.springframework.web.bind.annotation.*;

            public class In_NAME {

                public record Pen(String ink) {}
                public record Book(String title, int pages) {}
                public interface Said<T> { String said(); }

                public record Asked<T>(PLACE) implements Said<T> {
                    @Override public String said() { return SHOWN; }
                }
                public record Outer<U>(@Depends Asked<U> inner) {
                    public String said() { return inner.said(); }
                }
                public static class Made<T> {
                    private final String said;
                    @Dependency Made(PLACE) { said = SHOWN; }
                    public String said() { return said; }
                }
                public record OfSubclass<T>(String said) {}
                public record OfBean<T>(String said) {}
                public record OfInterface<T>(String said) {}

                public abstract static class Middle<S, T> {
                    @Dependency CompletionStage<OfSubclass<T>> ofSubclass(PLACE) {
                        return CompletableFuture.completedFuture(new OfSubclass<>(SHOWN));
                    }
                }
                public abstract static class Base<T> extends Middle<String, T> {}
                public static class OfGeneric<T> {
                    @Dependency Yield<OfBean<T>> ofBean(PLACE) { return Yield.of(new OfBean<>(SHOWN)); }
                }
                public interface Source<T> {
                    @Dependency OfInterface<T> ofInterface(PLACE);
                }
                public static class Implementation<A, B> implements Source<B> {
                    @Override public OfInterface<B> ofInterface(IMPLEMENTED) { return new OfInterface<>(SHOWN); }
                }
                public static class Beans {
                    @Bean OfGeneric<FIRST> NAMEFirst() { return new OfGeneric<>(); }
                    @Bean OfGeneric<SECOND> NAMESecond() { return new OfGeneric<>(); }
                    @Bean Source<FIRST> NAMEFirstSource() { return new Implementation<String, FIRST>(); }
                    @Bean Source<SECOND> NAMESecondSource() { return new Implementation<String, SECOND>(); }
                }
                public abstract static class Serves<V> {
                    @PostMapping public String get(@Depends Asked<V> it) { return it.said(); }
                }
                OTHERS
                @RestController public static class Endpoints {
                ENDPOINTS
                }
            }
            """;
}
