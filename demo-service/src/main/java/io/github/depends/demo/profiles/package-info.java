/** What everyone may see of a user, and who follows whom. */
@NullMarked
package io.github.depends.demo.profiles;

import org.jspecify.annotations.NullMarked;
