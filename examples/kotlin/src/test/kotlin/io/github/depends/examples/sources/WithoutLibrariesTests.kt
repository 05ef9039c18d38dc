package io.github.depends.examples.sources

import io.github.depends.Dependency
import io.github.depends.Depends
import java.io.File
import java.net.URLClassLoader
import java.util.concurrent.Callable
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test
import org.junit.jupiter.params.ParameterizedTest
import org.junit.jupiter.params.provider.ValueSource
import org.springframework.web.bind.annotation.GetMapping
import org.springframework.web.bind.annotation.RequestParam
import org.springframework.web.bind.annotation.RestController

/** Kotlin without the libraries that Spring's support for it needs. */
class WithoutLibrariesTests {

    @ParameterizedTest
    @ValueSource(strings = ["kotlin-reflect", "kotlinx-coroutines-reactor"])
    fun refusesSuspendingFunctions(library: String) {
        assertThat(without(library, Suspending::class.java))
            .contains("'Bound.item' is a suspending function, which needs kotlin-reflect and kotlinx-coroutines-reactor")
            .contains("Add org.jetbrains.kotlin:kotlin-reflect")
    }

    @Test
    fun servesWhatJavaCouldHaveWritten() {
        assertThat(without("kotlin-reflect", Simple::class.java)).isEqualTo("none")
    }

    private fun without(library: String, code: Class<out Callable<String>>): String {
        val jars = System.getProperty("java.class.path").split(File.pathSeparator).map { File(it) }
        val urls = jars.filterNot { it.name.startsWith(library) }.map { it.toURI().toURL() }.toTypedArray()
        val outer = Thread.currentThread().contextClassLoader
        URLClassLoader(urls, ClassLoader.getPlatformClassLoader()).use { loader ->
            Thread.currentThread().contextClassLoader = loader
            try {
                return (loader.loadClass(code.name).getConstructor().newInstance() as Callable<*>).call() as String
            } finally {
                Thread.currentThread().contextClassLoader = outer
            }
        }
    }

    class Suspending : Callable<String> {
        override fun call() = failure(KotlinFaultsTests.Bound::class, KotlinFaultsTests.ItemPages::class)
    }

    class Simple : Callable<String> {
        override fun call() = failure(Parts::class, Pages::class)
    }

    class Page @Dependency constructor(@param:RequestParam val limit: Int)

    class Sorting(val by: String)

    class Parts {
        @Dependency fun sorting(@RequestParam by: String) = Sorting(by)
    }

    @RestController
    class Pages {
        @GetMapping("/simple")
        fun simple(@Depends page: Page, @Depends sorting: Sorting) = "${page.limit} ${sorting.by}"
    }
}
