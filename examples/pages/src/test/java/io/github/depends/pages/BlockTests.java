package io.github.depends.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A page that says something else than the build runs is found out, in each way in which it can. */
class BlockTests {

    private static final Repository REPOSITORY = Repository.here();
    private static final String LINK =
            "\n\n[Full](../examples/pages/src/main/java/io/github/depends/examples/yields/Database.java)\n";
    private static final String CODE = """
            @Dependency
            Yield<Connection> connection(@Depends DataSource pool) {
            """;

    @Test
    void acceptsWhatStandsInTheFile() {
        assertThat(fault("```java\n" + CODE + "```" + LINK)).isEmpty();
        assertThat(fault("1. one\n" + ("\n```java\n" + CODE + "```" + LINK).indent(3)))
                .isEmpty();
    }

    @Test
    void acceptsDeclarationsFromSeveralPlaces() {
        assertThat(fault("```java\n" + CODE + "\nimport io.github.depends.Yield;\n```" + LINK))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"DataSource, Datasource", "Yield<Connection>, Yield<…>", "{, ", "pool) {, pool) { … }"})
    void refusesAnotherWord(String word, String other) {
        assertThat(fault("```java\n" + CODE.replace(word, other == null ? "" : other) + "```" + LINK))
                .hasValueSatisfying(fault -> assertThat(fault).startsWith("this does not stand, word for word, in"));
    }

    @Test
    void refusesLinesThatStandApartInTheFile() {
        assertThat(fault("```java\nimport io.github.depends.Yield;\n" + CODE + "```" + LINK))
                .isPresent();
        assertThat(fault("```java\n" + CODE + "    import io.github.depends.Yield;\n```" + LINK))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "```java\n%s```\n",
                "```java\n%s```\n\nNo link.\n",
                "```java\n%s```\n\n# A title\n",
                "```java\n%s```\n\n[Another page](yield.md)\n",
                "```java\n%s```\n\n[No code](../examples/pages/pom.xml)\n"
            })
    void refusesABlockWithoutALinkToCode(String page) {
        assertThat(fault(page.formatted(CODE)))
                .hasValue("no paragraph with a link to the file in which it stands follows");
    }

    @ParameterizedTest
    @ValueSource(strings = {"```\n%s```", "```none\n%s```", "~~~ JAVA\n%s~~~", "<pre>\n%s</pre>"})
    void refusesABlockWhoseLanguageItDoesNotKnow(String page) {
        assertThat(fault(page.formatted(CODE) + LINK))
                .hasValueSatisfying(fault -> assertThat(fault).startsWith("its language is"));
    }

    @Test
    void refusesAnIndentedBlock() {
        assertThat(fault("Text\n\n" + CODE.indent(4) + LINK))
                .hasValueSatisfying(fault -> assertThat(fault).startsWith("its language is 'indented'"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "../examples/pages/src/main/java/Gone.java | which is no file",
                "../benchmarks/src/main/java/io/github/depends/web/Call.java | where the build would not run it",
                "../depends-autoconfigure/src/main/java/io/github/depends/Yield.java | where the build would not run it"
            })
    void refusesAFileThatNoTestRuns(String link, String reason) {
        assertThat(fault("```java\n" + CODE + "```\n\n[Full](" + link + ")\n"))
                .hasValueSatisfying(fault -> assertThat(fault).endsWith(reason));
    }

    @Test
    void refusesAMainClassThatNoTestStandsBeside(@TempDir Path root) throws IOException {
        Path untested = Files.createDirectories(root.resolve("examples/new/src/main/java/a/b"))
                .resolve("A.java");
        Files.writeString(untested, "class A {}");
        assertThat(new Repository(root).refuse(untested))
                .hasValue(
                        "it links to examples/new/src/main/java/a/b/A.java, whose package no test class stands beside");
        assertThat(REPOSITORY.refuse(REPOSITORY
                        .root()
                        .resolve("demo-service/src/main/java/io/github/depends/demo/tags/TagController.java")))
                .isEmpty();
    }

    @Test
    void refusesAnUnknownPropertyOfTheLibrary() {
        assertThat(ConfigurationKeys.unknown(block("```properties\ndepends.validation.status=422\n```")))
                .isEmpty();
        assertThat(ConfigurationKeys.unknown(block("```properties\ndepends.validation.statuses=422\n```")))
                .containsExactly("depends.validation.statuses");
        assertThat(ConfigurationKeys.unknown(block("```yaml\ndepends:\n  acquire:\n    parallell: true\n```")))
                .containsExactly("depends.acquire.parallell");
    }

    private static Optional<String> fault(String page) {
        return block(page).fault(REPOSITORY);
    }

    private static Block block(String page) {
        return Page.blocks(REPOSITORY.root().resolve("docs/planted.md"), page).get(0);
    }
}
