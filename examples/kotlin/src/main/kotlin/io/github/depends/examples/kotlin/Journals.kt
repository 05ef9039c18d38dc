package io.github.depends.examples.kotlin

import io.github.depends.Dependency
import io.github.depends.Yield
import java.util.concurrent.ConcurrentLinkedQueue
import org.springframework.stereotype.Component

class Journal(private val lines: MutableCollection<String>) {

    private val written = mutableListOf<String>()

    fun write(line: String) {
        written += line
    }

    fun commit() {
        lines += written
    }
}

@Component
class Journals {

    val lines = ConcurrentLinkedQueue<String>()

    @Dependency
    suspend fun journal(): Yield<Journal> = Yield.open { Journal(lines) }.onSuccess { it.commit() }
}
