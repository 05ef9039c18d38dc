package io.github.depends.examples.kotlin

import java.io.File
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test

/** The code of docs/kotlin.md is what is compiled and tested here, word for word. */
class DocumentationTests {

    private val sources = File("src").walk().filter { it.extension == "kt" }.toList() + File("pom.xml")

    @Test
    fun `every block of the page is part of a source`() {
        val blocks = Regex("```\\w+\n(.*?)```", RegexOption.DOT_MATCHES_ALL)
            .findAll(File("../../docs/kotlin.md").readText())
            .map { lines(it.groupValues[1]) }
            .toList()

        assertThat(blocks).hasSize(6).allSatisfy { block -> assertThat(sources).anyMatch { contains(lines(it.readText()), block) } }
    }

    // A block may stand further to the left than its source, but its lines keep their distance from one another.
    private fun contains(source: List<String>, block: List<String>) =
        source.windowed(block.size).any { it.joinToString("\n").trimIndent() == block.joinToString("\n").trimIndent() }

    private fun lines(text: String) = text.trimEnd().lines()
}
