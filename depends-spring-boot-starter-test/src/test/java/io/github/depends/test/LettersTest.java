package io.github.depends.test;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** The shop with letters, and with threads enough for tasks that wait. */
@ShopTest
@Import(Letters.class)
@TestPropertySource(properties = "spring.task.execution.pool.core-size=32")
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface LettersTest {}
