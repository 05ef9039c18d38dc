package io.github.depends.examples.sources

import io.github.depends.Dependency
import io.github.depends.Depends
import jakarta.validation.constraints.Min
import java.util.concurrent.CompletionStage
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.flowOf
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test
import org.springframework.web.bind.annotation.GetMapping
import org.springframework.web.bind.annotation.RequestParam
import org.springframework.web.bind.annotation.RestController

/** What start-up says of Kotlin sources. */
class KotlinFaultsTests {

    @Test
    fun refusesFlows() {
        assertThat(failure(Flows::class, FlowPages::class))
            .contains("'Flows.items' returns Flow<Item>, which cannot be a dependency's result")
            .contains("'Flows.later' returns Flow<Item>, which cannot be a dependency's result")
    }

    @Test
    fun refusesStagesOfSuspendingFunctions() {
        assertThat(failure(Stages::class, StagePages::class)).contains("'Stages.item' returns CompletionStage<Item>, which cannot be a dependency's result")
    }

    @Test
    fun refusesThreadBoundSuspendingFunctions() {
        assertThat(failure(Bound::class, ItemPages::class))
            .contains("'Bound.item' is bound to its thread, but its value comes from another")
    }

    @Test
    fun refusesThreadBoundOnSuspendingControllers() {
        assertThat(failure(BoundHere::class, SuspendingPages::class))
            .contains("'BoundHere.item' is bound to its thread, but 'GET /items' delivers its result on another")
    }

    @Test
    fun refusesTwoConstructors() {
        assertThat(failure(TwoPages::class)).contains("has 2 constructors annotated with @Dependency")
    }

    @Test
    fun refusesConstraintsOfFieldsAndGetters() {
        assertThat(failure(FieldPages::class))
            .contains("The constraint @Min of 'limit' in OnField would not be checked")
            .contains("The constraint @Min of 'limit' in OnGetter would not be checked")
            .contains("=> Write @param:Min.")
            .doesNotContain("OnBoth")
    }

    @Test
    fun namesFunctionsAsTheSourceDoes() {
        assertThat(failure(Named::class, TextPages::class))
            .contains("used by Named.second(int, String)", "used by Named.first(int, String)")
            .doesNotContain("Continuation", "$")
    }

    @Test
    fun saysWhereAFunctionWithoutABeanBelongs() {
        assertThat(failure(OutsidePages::class))
            .contains("whose method 'topLevel' gives TopLevel", "=> Move the function into a class that is a bean")
            .contains("whose method 'companion' gives OfCompanion", "=> Annotate the function with @JvmStatic")
            .contains("whose method 'settings' gives OfObject", "=> Declare the object as a bean: @Bean fun settings() = Settings")
    }

    class Item(val name: String)

    class TopLevel

    class OfCompanion

    class OfObject

    class WithCompanion {
        companion object {
            @Dependency fun companion() = OfCompanion()
        }
    }

    object Settings {
        @Dependency fun settings() = OfObject()
    }

    @RestController
    class OutsidePages {
        @GetMapping("/outside")
        fun outside(@Depends top: TopLevel, @Depends companion: OfCompanion, @Depends settings: OfObject) = "$top$companion$settings"
    }

    class Flows {
        @Dependency fun items(): Flow<Item> = flowOf()

        @Dependency suspend fun later(): Flow<Item> = flowOf()
    }

    @RestController
    class FlowPages {
        @GetMapping("/flows")
        fun items(@Depends(name = "items") items: Flow<Item>, @Depends(name = "later") later: Flow<Item>) = "$items$later"
    }

    class Stages {
        @Dependency suspend fun item(): CompletionStage<Item> = TODO()
    }

    @RestController
    class StagePages {
        @Depends(Stages::class)
        @GetMapping("/stages")
        fun items() = ""
    }

    class Bound {
        @Dependency(threadBound = true) suspend fun item() = Item("a")
    }

    class BoundHere {
        @Dependency(threadBound = true) fun item() = Item("a")
    }

    class Named {
        @Dependency internal suspend fun first(@RequestParam a: Int, @Depends text: String) = Item("$a$text")

        @Dependency internal suspend fun second(@RequestParam a: Int, @Depends(name = "none") text: String) = Item("$a$text")
    }

    @RestController
    class TextPages {
        @GetMapping("/text")
        fun item(@Depends(name = "first") first: Item, @Depends(name = "second") second: Item) = first.name + second.name
    }

    @RestController
    class ItemPages {
        @GetMapping("/items") fun item(@Depends item: Item) = item.name
    }

    @RestController
    class SuspendingPages {
        @GetMapping("/items") suspend fun item(@Depends item: Item) = item.name
    }

    class Two @Dependency constructor(@param:RequestParam val a: Int = 1) {
        @Dependency constructor(@RequestParam b: String) : this(b.length)
    }

    @RestController
    class TwoPages {
        @GetMapping("/two") fun two(@Depends two: Two) = "${two.a}"
    }

    data class OnField(@param:RequestParam @field:Min(1) val limit: Int = 1)

    data class OnGetter(@param:RequestParam @get:Min(1) val limit: Int = 1)

    data class OnBoth(@param:RequestParam @field:Min(1) @param:Min(1) val limit: Int = 1)

    @RestController
    class FieldPages {
        @GetMapping("/field")
        fun field(@Depends field: OnField, @Depends getter: OnGetter, @Depends both: OnBoth) = "$field$getter$both"
    }
}

@Dependency fun topLevel() = KotlinFaultsTests.TopLevel()
