/** Accounts: registration, login and the user who is signed in. */
@NullMarked
package io.github.depends.demo.users;

import org.jspecify.annotations.NullMarked;
