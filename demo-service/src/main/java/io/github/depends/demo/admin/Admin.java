package io.github.depends.demo.admin;

import io.github.depends.demo.users.User;

/** Whoever may work in the administrators' area; others do not get past it. */
record Admin(User user) {}
