/** How embedded Tomcat tells the end of a request; the only place that knows Tomcat. */
@NullMarked
package io.github.depends.tomcat;

import org.jspecify.annotations.NullMarked;
