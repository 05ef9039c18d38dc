/** What an application writes: the words with which it declares, asks for and closes request dependencies. */
@NullMarked
package io.github.depends;

import org.jspecify.annotations.NullMarked;
