/** Mail to the users. */
@NullMarked
package io.github.depends.demo.mail;

import org.jspecify.annotations.NullMarked;
