package io.github.depends.examples.kotlin

import io.github.depends.Dependency
import io.github.depends.Depends
import org.springframework.http.HttpStatus
import org.springframework.stereotype.Component
import org.springframework.web.bind.annotation.RequestHeader
import org.springframework.web.server.ResponseStatusException

data class User(val name: String, val admin: Boolean = false)

class Admin(val user: User)

@Component
class Access(private val users: Users) {

    @Dependency
    suspend fun user(@RequestHeader("X-Token") token: String?): User? = token?.let { users.find(it) }

    @Dependency(guard = true)
    fun admin(@Depends user: User?): Admin =
        if (user?.admin == true) Admin(user) else throw ResponseStatusException(HttpStatus.FORBIDDEN)
}
