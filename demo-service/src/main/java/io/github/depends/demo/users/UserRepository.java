package io.github.depends.demo.users;

import io.github.depends.Depends;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps the accounts. Made for each request, on its connection. */
public record UserRepository(@Depends JdbcClient jdbc) {

    private static final String USER = "select id, email, username, bio, image, role from account ";

    /** Finds a user by id. */
    public Optional<User> find(long id) {
        return jdbc.sql(USER + "where id = ?").param(id).query(User.class).optional();
    }

    /** Finds a user by name. */
    public Optional<User> findByUsername(String username) {
        return jdbc.sql(USER + "where username = ?")
                .param(username)
                .query(User.class)
                .optional();
    }

    Optional<User> findByEmail(String email) {
        return jdbc.sql(USER + "where email = ?").param(email).query(User.class).optional();
    }

    Optional<String> passwordHash(String email) {
        return jdbc.sql("select password_hash from account where email = ?")
                .param(email)
                .query(String.class)
                .optional();
    }

    /** Whether there is an administrator, by whatever name. */
    public boolean hasAdmin() {
        return jdbc.sql("select exists (select 1 from account where role = 'admin')")
                .query(Boolean.class)
                .single();
    }

    /** Adds an account; the database refuses an email or a name that is taken. */
    public User insert(String email, String username, String passwordHash, String role) {
        jdbc.sql("insert into account (email, username, password_hash, role) values (?, ?, ?, ?)")
                .params(email, username, passwordHash, role)
                .update();
        return findByUsername(username).orElseThrow();
    }

    /** Changes what is given and keeps what is {@code null}. */
    User update(long id, UpdateUser changes, @Nullable String passwordHash) {
        jdbc.sql("""
                        update account set email = coalesce(:email, email), username = coalesce(:username, username),
                            bio = coalesce(:bio, bio), image = coalesce(:image, image),
                            password_hash = coalesce(:passwordHash, password_hash)
                        where id = :id
                        """)
                .param("email", changes.email())
                .param("username", changes.username())
                .param("bio", changes.bio())
                .param("image", changes.image())
                .param("passwordHash", passwordHash)
                .param("id", id)
                .update();
        return find(id).orElseThrow();
    }
}
