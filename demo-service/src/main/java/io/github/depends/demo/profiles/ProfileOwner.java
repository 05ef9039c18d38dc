package io.github.depends.demo.profiles;

import io.github.depends.demo.users.User;

/** The user whose name is in the path. */
record ProfileOwner(User user) {

    long id() {
        return user.id();
    }
}
