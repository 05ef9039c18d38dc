package io.github.depends.examples.sources

import io.github.depends.autoconfigure.DependsAutoConfiguration
import io.github.depends.graph.InvalidDependencyGraphException
import kotlin.reflect.KClass
import org.springframework.boot.autoconfigure.AutoConfigurationPackages
import org.springframework.boot.autoconfigure.AutoConfigurations
import org.springframework.boot.test.context.runner.WebApplicationContextRunner
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration
import org.springframework.beans.factory.support.BeanDefinitionRegistry

/** Starts an application of some classes, and returns the faults that it tells. */
internal fun failure(vararg classes: KClass<*>): String {
    var message = "none"
    WebApplicationContextRunner()
        .withConfiguration(
            AutoConfigurations.of(
                DispatcherServletAutoConfiguration::class.java,
                WebMvcAutoConfiguration::class.java,
                ValidationAutoConfiguration::class.java,
                DependsAutoConfiguration::class.java,
            )
        )
        .withInitializer {
            AutoConfigurationPackages.register(it.beanFactory as BeanDefinitionRegistry, KotlinFaultsTests::class.java.packageName)
        }
        .withUserConfiguration(*classes.map { it.java }.toTypedArray())
        .run { context ->
            message = generateSequence(context.startupFailure) { it.cause }
                .filterIsInstance<InvalidDependencyGraphException>()
                .firstOrNull()?.faults()?.joinToString("\n") { "${it.message()} => ${it.action()}" }
                ?: context.startupFailure?.let { throw AssertionError(it) }
                ?: "none"
        }
    return message
}
