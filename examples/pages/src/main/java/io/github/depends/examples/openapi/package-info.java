/** What docs/openapi.md shows in the document. */
@NullMarked
package io.github.depends.examples.openapi;

import org.jspecify.annotations.NullMarked;
