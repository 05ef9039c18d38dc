package io.github.depends.benchmarks.report;

import io.github.depends.benchmarks.report.Comparison.Case;
import java.util.List;
import java.util.Map;

/** What the figures are to answer. */
final class Questions {

    private Questions() {}

    static List<Comparison> comparisons() {
        return List.of(
                new Comparison(
                        "resolution",
                        "Ten dependencies from the bound request to the value, by hand = 1",
                        ofPath("(a) by hand", "ResolutionBenchmark.resolve", "/by-hand/items"),
                        List.of(ofPath("this library", "/items"))),
                new Comparison(
                        "dispatcher",
                        "Ten dependencies through DispatcherServlet, by hand = 1",
                        ofPath("(a) by hand", "DispatcherBenchmark.request", "/by-hand/items"),
                        List.of(
                                ofPath("this library", "/items"),
                                ofPath("(b) resolvers", "/by-resolvers/items"),
                                ofPath("(c) request scope", "/by-scope/items"))),
                new Comparison(
                        "route-level",
                        "A check at route level through DispatcherServlet, by an interceptor = 1",
                        ofPath("(d) interceptor", "DispatcherBenchmark.request", "/by-interceptor/guarded"),
                        List.of(ofPath("this library", "/guarded"))),
                new Comparison(
                        "invalid",
                        "A request that asks for too much, by hand = 1",
                        ofPath("(a) by hand", "FailingBenchmark.request", "/by-hand/items"),
                        List.of(ofPath("this library", "/items"))),
                new Comparison(
                        "without-dependencies",
                        "No dependency through DispatcherServlet, without this library = 1",
                        new Case("without", Map.of("benchmark", "NothingBenchmark.request", "library", "without")),
                        List.of(
                                new Case("with this library", Map.of("library", "with")),
                                new Case("and its filter", Map.of("library", "with-filter")))),
                new Comparison(
                        "load",
                        "Ten dependencies over HTTP, by hand = 1",
                        ofPath("(a) by hand", "load", "/by-hand/items without"),
                        List.of(
                                ofPath("this library", "/items with"),
                                ofPath("(a) once more", "/by-hand/items without again"),
                                ofPath("(a) where this library is", "/by-hand/items with"))),
                new Comparison(
                        "nothing",
                        "No dependency over HTTP, without this library = 1",
                        ofPath("without", "load", "/by-hand/nothing without"),
                        List.of(ofPath("with this library", "/by-hand/nothing with"))),
                new Comparison(
                        "fastapi",
                        "Ten dependencies over HTTP, FastAPI = 1",
                        new Case("FastAPI", Map.of("benchmark", "fastapi", "server", "FastAPI")),
                        List.of(new Case("this library", Map.of("server", "this library")))));
    }

    static List<Growth> growths() {
        return List.of(
                new Growth(
                        "diamond",
                        "A diamond of dependencies over HTTP: the paths double with each level",
                        Map.of("benchmark", "diamond"),
                        "time",
                        "levels",
                        true),
                new Growth(
                        "shapes",
                        "Resolution by number and shape of dependencies",
                        Map.of("benchmark", "ShapesBenchmark.resolve"),
                        "time",
                        "nodes",
                        false),
                new Growth(
                        "retained",
                        "What requests leave in the heap",
                        Map.of("benchmark", "retained"),
                        "heap",
                        "requests",
                        false),
                planning("start", "Detection, graph and plans by number of endpoints", "planning"),
                planning("kept", "What an endpoint keeps in the heap", "kept"));
    }

    private static Growth planning(String name, String title, String measure) {
        return new Growth(name, title, Map.of("benchmark", "StartBenchmark.start"), measure, "endpoints", false);
    }

    private static Case ofPath(String label, String benchmark, String path) {
        return new Case(label, Map.of("benchmark", benchmark, "path", path));
    }

    private static Case ofPath(String label, String path) {
        return new Case(label, Map.of("path", path));
    }
}
