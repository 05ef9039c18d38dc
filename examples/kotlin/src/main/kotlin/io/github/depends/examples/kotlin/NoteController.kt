package io.github.depends.examples.kotlin

import io.github.depends.BackgroundTasks
import io.github.depends.Depends
import jakarta.validation.Valid
import jakarta.validation.constraints.NotBlank
import org.springframework.web.bind.annotation.GetMapping
import org.springframework.web.bind.annotation.PostMapping
import org.springframework.web.bind.annotation.RequestBody
import org.springframework.web.bind.annotation.RestController

data class Note(@field:NotBlank val text: String, val tags: List<String> = listOf())

@RestController
class NoteController {

    private val notes = mutableListOf(Note("one"), Note("two"), Note("three"))

    @GetMapping("/notes")
    suspend fun notes(@Depends page: Page, @Depends user: User?): List<String> =
        notes.drop(page.offset).take(page.limit).map { "${user?.name ?: "somebody"} reads ${it.text}" }

    @PostMapping("/notes")
    fun add(
        @Depends admin: Admin,
        @Depends journal: Journal,
        @RequestBody @Valid note: Note,
        tasks: BackgroundTasks,
    ): Note {
        notes += note
        journal.write("${admin.user.name} added ${note.text}")
        tasks.add { println("${note.tags.size} tags to index") }
        return note
    }
}
