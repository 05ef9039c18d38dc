package io.github.depends.examples.sources

import io.github.depends.BackgroundTasks
import io.github.depends.Dependencies
import io.github.depends.Dependency
import io.github.depends.Depends
import com.jayway.jsonpath.JsonPath
import io.github.depends.Yield
import jakarta.servlet.http.HttpServletRequest
import jakarta.validation.Valid
import jakarta.validation.constraints.Max
import jakarta.validation.constraints.Min
import jakarta.validation.constraints.NotBlank
import jakarta.validation.constraints.Size
import java.util.concurrent.CompletableFuture
import java.util.concurrent.CompletionStage
import java.util.function.Supplier
import kotlinx.coroutines.CompletableDeferred
import kotlinx.coroutines.Deferred
import kotlinx.coroutines.delay
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test
import org.junit.jupiter.params.ParameterizedTest
import org.junit.jupiter.params.provider.CsvSource
import org.springframework.beans.factory.annotation.Autowired
import org.springframework.boot.autoconfigure.EnableAutoConfiguration
import org.springframework.boot.SpringBootConfiguration
import org.springframework.boot.test.context.SpringBootTest
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc
import org.springframework.context.annotation.Bean
import org.springframework.context.annotation.Import
import org.springframework.http.HttpStatus
import org.springframework.http.MediaType
import org.springframework.stereotype.Component
import org.springframework.test.web.servlet.assertj.MockMvcTester
import org.springframework.web.bind.annotation.CookieValue
import org.springframework.web.bind.annotation.GetMapping
import org.springframework.web.bind.annotation.PostMapping
import org.springframework.web.bind.annotation.RequestBody
import org.springframework.web.bind.annotation.RequestHeader
import org.springframework.web.bind.annotation.RequestParam
import org.springframework.web.bind.annotation.RestController
import org.springframework.web.server.ResponseStatusException

/** What Kotlin can write that Java cannot, in a dependency as on a controller. */
@SpringBootTest(classes = [KotlinSourcesTests.Sources::class])
@AutoConfigureMockMvc
class KotlinSourcesTests(
    @Autowired val mvc: MockMvcTester,
    @Autowired val dependencies: Dependencies,
    @Autowired val checks: Checks) {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        /data                              | 20 0 true newest null
        /data?limit=5&descending=false     | 5 0 false newest null
        /data?limit=5&offset=7&sort=a&tag=b | 5 7 true a b
        /annotated                         | 33 true
        /annotated?limit=1                 | 1 true
        /annotated?strict=false            | 33 false
        /overloads                         | 3 4
        /overloads?first=1                 | 1 4
        /java-record                       | 8
        /java-record?size=9                | 9
        /function                          | 33 a null
        /function?limit=2&sort=z&tag=x     | 2 z x
        /proxied                           | 33
        /proxied?limit=4                   | 4
        /inherited                         | 12
        /inherited?limit=13                | 13
        /jvm-overloads                     | 3
        /jvm-overloads?limit=4             | 4
        /companion                         | 5
        /companion?size=6                  | 6
        /companion-suspending              | 5
        /object                            | 6
        /property                          | blue
        /internal                          | hidden
        /extension                         | GET
        /value-class                       | 7
        /value-class?id=8                  | 8
        /value-class-annotated             | 7
        /value-class-annotated?id=8        | 8
        /value-class-function?id=9         | 9
        /value-class-function              | 1
        /suspending                        | 33
        /suspending?limit=4                | 4
        /suspending-yield                  | open
        /suspending-check                  | checked
        /deferred                          | later
        /nullable                          | none
        /nullable?name=eve                 | eve
        /defaulted-use                     | guest
        /defaulted-use?name=eve            | eve
        /lazy                              | 20
        /suspending-controller             | 20 33
        /suspending-controller?limit=2     | 2 2
        /interface-default                 | from the interface
        /unit                              | checked
        /endpoint                          | 33 true 20
        /endpoint?limit=1&strict=false     | 1 false 1"""
    )
    fun answers(path: String, answer: String) {
        val response = mvc.get().uri(path).exchange()
        assertThat(response.mvcResult.resolvedException).isNull()
        assertThat(response).hasStatusOk().hasBodyTextEqualTo(answer)
    }

    @Test
    fun opensSuspendingDependenciesOutsideRequests() {
        val value = dependencies.call<String, Exception> { it.get(Greeting::class.java).text }
        assertThat(value).isEqualTo("hello")
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        /data?limit=0     | query limit Min
        /data?limit=x     | query limit type
        /annotated?limit=0 | query limit Min
        /function?limit=0 | query limit Min
        /suspending?limit=0 | query limit Min
        /value-class?id=x | query id type
        /required         | query name missing"""
    )
    fun tellsFaults(path: String, fault: String) {
        val (place, name, code) = fault.split(" ")
        assertThat(mvc.get().uri(path))
            .hasStatus(400)
            .bodyJson()
            .extractingPath("$.errors[0]")
            .asMap()
            .containsEntry("in", place)
            .containsEntry("name", name)
            .containsEntry("code", code)
    }

    @Test
    fun closesWhatASuspendingFunctionHasOpened() {
        assertThat(mvc.get().uri("/suspending-yield")).hasStatusOk()
        assertThat(checks.last).isEqualTo("closed")
    }

    @Test
    fun answersWithWhatASuspendingFunctionThrows() {
        assertThat(mvc.get().uri("/forbidden")).hasStatus(403)
    }

    @Test
    fun documentsDefaultsAsOnAController() {
        val document = mvc.get().uri("/v3/api-docs").exchange()
        fun parameters(path: String) = JsonPath.read<List<Any>>(document.response.contentAsString, "$.paths['$path'].get.parameters")
        // its own parameters have other defaults at the same places
        assertThat(parameters("/shifted").map { it.toString() }).isEqualTo(parameters("/plain/shifted").map { it.toString() }).hasSize(2)
        assertThat(parameters("/function")).isEqualTo(parameters("/plain/function")).hasSize(3)
        assertThat(parameters("/data")).isEqualTo(parameters("/plain/data")).hasSize(5)
        assertThat(parameters("/value-class")).isEqualTo(parameters("/plain/value-class")).hasSize(1)
        assertThat(parameters("/suspending")).isEqualTo(parameters("/plain/suspending")).hasSize(1)
    }

    @Test
    fun readsBodiesWithDefaults() {
        assertThat(mvc.post().uri("/body").contentType(MediaType.APPLICATION_JSON).content("""{"title": "a"}"""))
            .hasStatusOk()
            .hasBodyTextEqualTo("Draft(title=a, tags=[], stars=3)")
        assertThat(mvc.post().uri("/body").contentType(MediaType.APPLICATION_JSON).content("""{"title": ""}"""))
            .hasStatus(400)
            .bodyJson().extractingPath("$.errors[0].name").isEqualTo("title")
    }

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(Pages::class, Parts::class, Proxied::class, Inheriting::class, Companions::class, Plain::class)
    class Sources {
        @Bean
        fun anObject() = Settings

        @Bean
        fun checks() = Checks()
    }

    @JvmRecord
    data class Size8(@param:RequestParam val size: Int = 8)

    data class Page(
        @RequestParam @Min(1) @Max(100) val limit: Int = 20,
        @RequestParam val offset: Int = 0,
        @RequestParam val descending: Boolean = true,
        @RequestParam val sort: String = "newest",
        @RequestParam val tag: String?,
    )

    class Annotated @Dependency constructor(
        @param:RequestParam @param:Min(1) val limit: Int = 33,
        @param:RequestParam val strict: Boolean = true,
    )

    class Overloads @JvmOverloads @Dependency constructor(
        @param:RequestParam val first: Int = 3,
        @param:RequestParam val second: Int = 4,
    )

    @JvmInline
    value class Id(val value: Int)

    data class ById(@RequestParam val id: Id = Id(7))

    class AnnotatedById @Dependency constructor(@param:RequestParam val id: Id = Id(7))

    data class Required(@RequestParam val name: String)

    class Filter(val limit: Int, val sort: String, val tag: String?)
    class ProxiedLimit(val limit: Int)
    class InheritedLimit(val limit: Int)
    class OverloadedLimit(val limit: Int)
    class CompanionSize(val size: Int)
    class SuspendedSize(val size: Int)
    class ObjectSize(val size: Int)
    class Colour(val name: String)
    class Hidden(val name: String)
    class Method(val name: String)
    class Suspended(val limit: Int)
    class Opened(val state: String)
    class Later(val text: String)
    class User(val name: String)
    class Found(val id: Int)
    class Greeting(val text: String)
    class FromInterface(val text: String)
    class Forbidden(val reason: String)
    class Checks { var last = "" }

    @Component
    class Parts {
        @Dependency
        fun filter(
            @RequestParam @Min(1) limit: Int = 33,
            @RequestParam sort: String = "a",
            @RequestParam tag: String?,
        ) = Filter(limit, sort, tag)

        @JvmOverloads
        @Dependency
        fun overloaded(@RequestParam limit: Int = 3) = OverloadedLimit(limit)

        @get:Dependency
        val colour: Colour
            get() = Colour("blue")

        @Dependency
        internal fun hidden() = Hidden("hidden")

        @Dependency
        fun HttpServletRequest.method() = Method(method)

        @Dependency
        fun byId(@RequestParam id: Id = Id(1)) = Found(id.value)

        @Dependency
        suspend fun suspended(@RequestParam @Min(1) limit: Int = 33): Suspended {
            delay(1)
            return Suspended(limit)
        }

        @Dependency
        suspend fun opened(@Depends checks: Checks): Yield<Opened> {
            delay(1)
            return Yield.of(Opened("open")).onClose { checks.last = "closed" }
        }

        @Dependency
        suspend fun check(@Depends checks: Checks) {
            delay(1)
            checks.last = "checked"
        }

        @Dependency
        suspend fun forbidden(): Forbidden {
            delay(1)
            throw ResponseStatusException(HttpStatus.FORBIDDEN)
        }

        @Dependency
        fun unit(@Depends checks: Checks): Unit = run { checks.last = "checked" }

        @Dependency
        fun later(): Deferred<Later> = CompletableDeferred(Later("later"))

        @Dependency
        fun user(@RequestParam name: String?): User? = name?.let { User(it) }

        @Dependency
        suspend fun greeting(): Greeting {
            delay(1)
            return Greeting("hello")
        }
    }

    interface Limits {
        @Dependency
        fun inherited(@RequestParam limit: Int = 12): InheritedLimit

        @Dependency
        fun fromInterface() = FromInterface("from the interface")
    }

    @Component
    class Inheriting : Limits {
        override fun inherited(limit: Int) = InheritedLimit(limit)
    }

    @Component
    @org.springframework.validation.annotation.Validated
    class Proxied {
        @Dependency
        fun proxied(@RequestParam limit: Int = 33) = ProxiedLimit(limit)
    }

    @Component
    class Companions {
        companion object {
            @JvmStatic
            @Dependency
            fun companion(@RequestParam size: Int = 5) = CompanionSize(size)

            @JvmStatic
            @Dependency
            suspend fun suspending(@RequestParam size: Int = 5): SuspendedSize {
                delay(1)
                return SuspendedSize(size)
            }
        }
    }

    object Settings {
        @Dependency
        fun ofObject(@RequestParam size: Int = 6) = ObjectSize(size)
    }

    @RestController
    class Pages {
        @GetMapping("/data")
        fun data(@Depends page: Page) = "${page.limit} ${page.offset} ${page.descending} ${page.sort} ${page.tag}"

        @GetMapping("/annotated")
        fun annotated(@Depends page: Annotated) = "${page.limit} ${page.strict}"

        @GetMapping("/overloads")
        fun overloads(@Depends page: Overloads) = "${page.first} ${page.second}"

        @GetMapping("/java-record")
        fun javaRecord(@Depends size: Size8) = "${size.size}"

        @GetMapping("/function")
        fun function(@Depends filter: Filter) = "${filter.limit} ${filter.sort} ${filter.tag}"

        @GetMapping("/proxied")
        fun proxied(@Depends limit: ProxiedLimit) = "${limit.limit}"

        @GetMapping("/inherited")
        fun inherited(@Depends limit: InheritedLimit) = "${limit.limit}"

        @GetMapping("/jvm-overloads")
        fun jvmOverloads(@Depends limit: OverloadedLimit) = "${limit.limit}"

        @GetMapping("/companion")
        fun companion(@Depends size: CompanionSize) = "${size.size}"

        @GetMapping("/companion-suspending")
        fun companionSuspending(@Depends size: SuspendedSize) = "${size.size}"

        @GetMapping("/object")
        fun ofObject(@Depends size: ObjectSize) = "${size.size}"

        @GetMapping("/property")
        fun property(@Depends(name = "colour") colour: Colour) = colour.name

        @GetMapping("/internal")
        fun internal(@Depends(name = "hidden") hidden: Hidden) = hidden.name

        @GetMapping("/extension")
        fun extension(@Depends(name = "method") method: Method) = method.name

        @GetMapping("/value-class")
        fun valueClass(@Depends byId: ById) = "${byId.id.value}"

        @GetMapping("/value-class-annotated")
        fun valueClassAnnotated(@Depends byId: AnnotatedById) = "${byId.id.value}"

        @GetMapping("/value-class-function")
        fun valueClassFunction(@Depends(name = "byId") found: Found) = "${found.id}"

        @GetMapping("/suspending")
        fun suspending(@Depends(name = "suspended") suspended: Suspended) = "${suspended.limit}"

        @GetMapping("/suspending-yield")
        fun suspendingYield(@Depends opened: Opened) = opened.state

        @Depends(Parts::class, name = "check")
        @GetMapping("/suspending-check")
        fun suspendingCheck(@Depends checks: Checks) = checks.last

        @Depends(Parts::class, name = "unit")
        @GetMapping("/unit")
        fun unit(@Depends checks: Checks) = checks.last

        @GetMapping("/deferred")
        fun deferred(@Depends later: Later) = later.text

        @GetMapping("/nullable")
        fun nullable(@Depends user: User?) = user?.name ?: "none"

        @GetMapping("/defaulted-use")
        fun defaultedUse(@Depends user: User = User("guest")) = user.name

        @GetMapping("/lazy")
        fun lazy(@Depends page: Supplier<Page>) = "${page.get().limit}"

        @GetMapping("/suspending-controller")
        suspend fun suspendingController(@Depends page: Page, @Depends suspended: Suspended): String {
            delay(1)
            return "${page.limit} ${suspended.limit}"
        }

        @GetMapping("/interface-default")
        fun interfaceDefault(@Depends text: FromInterface) = text.text

        @GetMapping("/endpoint")
        fun endpoint(@RequestParam limit: Int = 33, @RequestParam strict: Boolean = true, @Depends page: Page) =
            "$limit $strict ${page.limit}"

        @GetMapping("/forbidden")
        fun forbidden(@Depends forbidden: Forbidden) = forbidden.reason

        @GetMapping("/shifted")
        fun shifted(@RequestParam last: Int = 3, @Depends required: Required) = "$last ${required.name}"

        @GetMapping("/required")
        fun required(@Depends required: Required) = required.name

        @PostMapping("/body")
        fun body(@Depends body: Body) = "${body.draft}"
    }

    /** The same parameters on controller methods. */
    @RestController
    class Plain {
        @GetMapping("/plain/function")
        fun function(
            @RequestParam @Min(1) limit: Int = 33,
            @RequestParam sort: String = "a",
            @RequestParam tag: String?,
        ) = "$limit $sort $tag"

        @GetMapping("/plain/shifted")
        fun shifted(@RequestParam last: Int = 3, @RequestParam name: String) = "$last $name"

        @GetMapping("/plain/data")
        fun data(
            @RequestParam @Min(1) @Max(100) limit: Int = 20,
            @RequestParam offset: Int = 0,
            @RequestParam descending: Boolean = true,
            @RequestParam sort: String = "newest",
            @RequestParam tag: String?,
        ) = "$limit $offset $descending $sort $tag"

        @GetMapping("/plain/value-class")
        fun valueClass(@RequestParam id: Id = Id(7)) = "${id.value}"

        @GetMapping("/plain/suspending")
        suspend fun suspending(@RequestParam @Min(1) limit: Int = 33) = "$limit"
    }

    data class Draft(@field:NotBlank val title: String, val tags: List<String> = listOf(), val stars: Int = 3)

    data class Body(@RequestBody @Valid val draft: Draft)
}
