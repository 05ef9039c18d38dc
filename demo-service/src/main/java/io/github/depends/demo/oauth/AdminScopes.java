package io.github.depends.demo.oauth;

import io.github.depends.demo.users.User;
import java.util.List;

/** The OAuth2 scopes of the administrators' area. */
public final class AdminScopes {

    /** To see what there is. */
    public static final String READ = "admin:read";

    /** To remove what should not be there. */
    public static final String WRITE = "admin:write";

    private AdminScopes() {}

    /** Returns what a user may be granted. */
    static List<String> of(User user) {
        return user.isAdmin() ? List.of(READ, WRITE) : List.of();
    }
}
