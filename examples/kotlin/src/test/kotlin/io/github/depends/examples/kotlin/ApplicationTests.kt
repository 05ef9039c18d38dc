package io.github.depends.examples.kotlin

import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test
import org.springframework.beans.factory.annotation.Autowired
import org.springframework.boot.test.context.SpringBootTest
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc
import org.springframework.http.MediaType
import org.springframework.test.web.servlet.assertj.MockMvcTester

/** The application that docs/kotlin.md shows. */
@SpringBootTest
@AutoConfigureMockMvc
class ApplicationTests(@Autowired val mvc: MockMvcTester, @Autowired val journals: Journals) {

    private fun add(token: String, json: String) =
        mvc.post().uri("/notes").header("X-Token", token).contentType(MediaType.APPLICATION_JSON).content(json)

    @Test
    fun readsPages() {
        assertThat(mvc.get().uri("/notes?offset=1&limit=1"))
            .hasStatusOk().bodyJson().isStrictlyEqualTo("""["somebody reads two"]""")
        assertThat(mvc.get().uri("/notes?offset=2&limit=1").header("X-Token", "t-bob"))
            .hasStatusOk().bodyJson().isStrictlyEqualTo("""["Bob reads three"]""")
        assertThat(mvc.get().uri("/notes?limit=0"))
            .hasStatus(400).bodyJson().extractingPath("$.errors[0].name").isEqualTo("limit")
    }

    @Test
    fun letsAdministratorsWrite() {
        assertThat(add("t-ann", """{"text": "four"}""")).hasStatusOk()
            .bodyJson().isStrictlyEqualTo("""{"text": "four", "tags": []}""")
        assertThat(journals.lines).contains("Ann added four")
    }

    @Test
    fun letsNobodyElseWrite() {
        assertThat(add("t-bob", """{"text": "five"}""")).hasStatus(403)
        assertThat(add("t-ann", """{"text": " "}""")).hasStatus(400)
            .bodyJson().extractingPath("$.errors[0].name").isEqualTo("text")
        assertThat(journals.lines).doesNotContain("Ann added  ")
    }
}
