package io.github.depends.examples.transactions;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.PACKAGE;
import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import io.github.depends.transaction.InTransaction;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

@InTransaction(readOnly = true)
@Retention(RUNTIME)
@Target({METHOD, TYPE, PACKAGE})
@interface ReadOnly {}
