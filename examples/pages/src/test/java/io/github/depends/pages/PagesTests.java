package io.github.depends.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every code block of the README and of docs/ stands as it is in a file that the build compiles and runs. */
class PagesTests {

    private static final Repository REPOSITORY = Repository.here();

    static Stream<Block> blocks() {
        return REPOSITORY.pages().stream().flatMap(page -> Page.blocks(page).stream());
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void standsInAFileThatTheBuildRuns(Block block) {
        assertThat(block.fault(REPOSITORY)).as("%s", block).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void namesNoPropertyThatTheLibraryDoesNotHave(Block block) {
        assertThat(ConfigurationKeys.unknown(block)).as("%s", block).isEmpty();
    }

    @Test
    void findsThePagesAndTheirBlocks() {
        assertThat(REPOSITORY.pages())
                .map(page -> REPOSITORY.root().relativize(page).toString())
                .contains("README.md", "docs/yield.md", "docs/performance/README.md");
        assertThat(blocks()).hasSizeGreaterThan(60);
    }
}
