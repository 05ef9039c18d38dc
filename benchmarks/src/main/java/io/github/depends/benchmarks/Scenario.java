package io.github.depends.benchmarks;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** What all ways of writing the scenario share: its values, and where they come from. */
final class Scenario {

    private Scenario() {}

    record User(String name, boolean admin) {}

    record Admin(User user) {}

    record Tenant(String name) {}

    record Answer(String user, String tenant, int limit, int offset) {}

    record Repository(Connection connection, Tenant tenant) {}

    record Service(Repository repository, User user) {

        Answer items(Admin admin, int limit, int offset) {
            return new Answer(admin.user().name(), repository.tenant().name(), limit, offset);
        }
    }

    /** A connection that counts what is done to it. */
    static final class Connection implements AutoCloseable {

        private final Settings settings;

        Connection(Settings settings) {
            this.settings = settings;
            settings.opened++;
        }

        User user(String token) {
            return new User(token, true);
        }

        void commit() {
            settings.committed++;
        }

        void rollback() {
            settings.rolledBack++;
        }

        @Override
        public void close() {
            settings.closed++;
        }
    }

    /** Settings and, for want of a pool, the counts of connections; read by one thread. */
    @Component
    static class Settings {

        int opened;
        int committed;
        int rolledBack;
        int closed;
    }

    static Admin admin(User user) {
        if (!user.admin()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return new Admin(user);
    }

    /** Returns the token of an {@code Authorization} header. */
    static String token(String authorization) {
        if (!authorization.regionMatches(true, 0, "Bearer ", 0, 7) || authorization.length() == 7) {
            throw new ResponseStatusException(HttpStatus.UNAUTHORIZED);
        }
        return authorization.substring(7);
    }
}
