package io.github.depends.pages;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A code block of a page.
 *
 * @param page the page's file
 * @param line where the block begins, from 1
 * @param language what stands behind the fence, empty if nothing does
 * @param text what stands in the block
 * @param links what the paragraph behind it, and behind other blocks that follow at once, links to
 * @param answered text of the block right in front of it, empty if there is none
 */
record Block(Path page, int line, String language, String text, List<Path> links, String answered) {

    /** Languages of blocks, each with the endings of files in which one can stand. */
    private static final Map<String, String> LANGUAGES = Map.of(
            "java", "java",
            "kotlin", "kt|kts",
            "python", "py",
            "sh", "sh|run",
            "xml", "xml",
            "properties", "properties",
            "yaml", "yaml|yml",
            "json", "java|kt|json",
            "http", "java|kt",
            "text", "java|kt|txt");

    /** Those in which declarations stand one below the other, and may come from several files. */
    private static final Set<String> DECLARATIONS = Set.of("java", "kotlin", "python");

    private static final Pattern DECLARATION_BEGINS = Pattern.compile("\n\\s*\n(?=\\S)");

    /** Says what is wrong with the block; empty if it stands, word for word, in what it links to. */
    Optional<String> fault(Repository repository) {
        if (!LANGUAGES.containsKey(language)) {
            return Optional.of("its language is '%s', and not one of %s".formatted(language, LANGUAGES.keySet()));
        }
        if (repository.runsByItself(this)) {
            return Optional.empty();
        }
        List<Path> sources = sources();
        if (sources.isEmpty()) {
            return Optional.of("no paragraph with a link to the file in which it stands follows");
        }
        return sources.stream()
                .flatMap(source -> repository.refuse(source).stream())
                .findFirst()
                .or(() -> missing(repository, sources));
    }

    /** Returns those files behind the links in which a block of this language can stand. */
    private List<Path> sources() {
        return links.stream()
                .filter(link -> link.toString().matches(".*[./](" + LANGUAGES.get(language) + ")"))
                .toList();
    }

    private Optional<String> missing(Repository repository, List<Path> sources) {
        return declarations()
                .filter(each -> sources.stream()
                        .noneMatch(source -> repository.read(source).contains(each)))
                .findFirst()
                .map(each -> "this does not stand, word for word, in %s:%n%s".formatted(sources, each));
    }

    private Stream<String> declarations() {
        return DECLARATIONS.contains(language)
                ? DECLARATION_BEGINS.splitAsStream(text.stripIndent().strip())
                : Stream.of(text);
    }

    @Override
    public String toString() {
        return "%s:%d %s".formatted(page.getFileName(), line, language);
    }
}
