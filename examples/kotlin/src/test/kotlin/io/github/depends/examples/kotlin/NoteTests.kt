package io.github.depends.examples.kotlin

import io.github.depends.test.DependencyOverrides
import io.github.depends.test.MockDependency
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test
import org.mockito.BDDMockito.given
import org.springframework.beans.factory.annotation.Autowired
import org.springframework.boot.test.context.SpringBootTest
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc
import org.springframework.http.MediaType
import org.springframework.test.web.servlet.assertj.MockMvcTester

@SpringBootTest
@AutoConfigureMockMvc
class NoteTests(@Autowired val mvc: MockMvcTester, @Autowired val overrides: DependencyOverrides) {

    @MockDependency
    lateinit var page: Page

    @Test
    fun `reads what the page asks for`() {
        given(page.limit).willReturn(1)
        overrides.replace(User::class.java).with(User("Eve"))

        assertThat(mvc.get().uri("/notes")).hasStatusOk().bodyJson().isStrictlyEqualTo("""["Eve reads one"]""")
    }

    @Test
    fun `lets nobody else write`() {
        assertThat(mvc.post().uri("/notes").contentType(MediaType.APPLICATION_JSON).content("{}")).hasStatus(403)
    }
}
