/** JPA in the transaction of a request. Not null-marked: JPA fills the fields. */
package io.github.depends.examples.jpa;
