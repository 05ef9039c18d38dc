package io.github.depends.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files of this repository, as far as pages can take code from them.
 *
 * @param root where it lies
 */
record Repository(Path root) {

    /** What the build compiles and runs. */
    private static final Pattern RUN = Pattern.compile(
            "(examples|demo-service)/.*|depends-[^/]*/src/test/.*|benchmarks/run.sh|\\.ci/[^/]*", Pattern.DOTALL);

    private static final Pattern MAIN = Pattern.compile("(.*/src)/main/([^/]*)/(.*)/[^/]*\\.(java|kt)");

    /** This very build's; the nearest above the working directory that has {@code .ci/run}. */
    static Repository here() {
        Path directory = Path.of("").toAbsolutePath();
        while (!Files.exists(directory.resolve(".ci/run"))) {
            directory = directory.getParent();
        }
        return new Repository(directory);
    }

    /** Returns the README and what is in docs/, at any depth. */
    List<Path> pages() {
        try (Stream<Path> docs = Files.walk(root.resolve("docs"))) {
            return Stream.concat(
                            Stream.of(root.resolve("README.md")),
                            docs.filter(file -> file.toString().endsWith(".md")).sorted())
                    .toList();
        } catch (IOException thrown) {
            throw new UncheckedIOException(thrown);
        }
    }

    /** Whether a script of .ci/run reads the block from the page itself: requests of the README, and their answers. */
    boolean runsByItself(Block block) {
        return block.page().equals(root.resolve("README.md"))
                && (block.language().equals("sh") && block.text().contains("curl ")
                        || block.language().equals("json") && block.answered().contains("curl "))
                && read(root.resolve(".ci/run")).lines().stream()
                        .anyMatch(line -> line.startsWith("    demo-service/src/ci/readme-curl.sh "));
    }

    /** Says why a page can take no code from a file; empty if it can. */
    Optional<String> refuse(Path file) {
        String path = root.relativize(file).toString();
        if (!Files.isRegularFile(file)) {
            return Optional.of("it links to %s, which is no file".formatted(path));
        }
        if (!RUN.matcher(path).matches()) {
            return Optional.of("it links to %s, where the build would not run it".formatted(path));
        }
        return isTested(path)
                ? Optional.empty()
                : Optional.of("it links to %s, whose package no test class stands beside".formatted(path));
    }

    /** Whether a test stands in the package of a main class, or in one around it. */
    private boolean isTested(String path) {
        Matcher main = MAIN.matcher(path);
        if (!main.matches()) {
            return true;
        }
        Path tests = root.resolve(main.group(1)).resolve("test");
        Path directory = tests.resolve(main.group(2)).resolve(main.group(3));
        for (; directory.startsWith(tests); directory = directory.getParent()) {
            if (hasTests(directory)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasTests(Path directory) {
        try (Stream<Path> files = Files.isDirectory(directory) ? Files.list(directory) : Stream.empty()) {
            return files.anyMatch(file -> file.toString().matches(".*Tests\\.(java|kt)"));
        } catch (IOException thrown) {
            throw new UncheckedIOException(thrown);
        }
    }

    Source read(Path file) {
        try {
            return new Source(Files.readAllLines(file));
        } catch (IOException thrown) {
            throw new UncheckedIOException(thrown);
        }
    }
}
