package io.github.depends.examples.kotlin

import kotlinx.coroutines.delay
import org.springframework.stereotype.Component

/** In place of a client of an identity provider. */
@Component
class Users {

    private val known = mapOf("t-ann" to User("Ann", admin = true), "t-bob" to User("Bob"))

    suspend fun find(token: String): User? {
        delay(1)
        return known[token]
    }
}
