package io.github.depends.demo;

import io.github.depends.demo.Conduit.Member;
import io.github.depends.demo.Contract.Refusal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** How to get each refusal of each operation. */
final class Provocations {

    private static final List<String> FOR_THE_SIGNED_IN = List.of(
            "GET /api/user",
            "PUT /api/user",
            "POST /api/articles",
            "GET /api/articles/feed",
            "PUT /api/articles/{slug}",
            "DELETE /api/articles/{slug}",
            "POST /api/articles/{slug}/favorite",
            "DELETE /api/articles/{slug}/favorite",
            "POST /api/articles/{slug}/comments",
            "DELETE /api/articles/{slug}/comments/{id}",
            "POST /api/profiles/{username}/follow",
            "DELETE /api/profiles/{username}/follow");
    private static final List<String> FOR_EVERYONE = List.of(
            "GET /api/articles",
            "GET /api/articles/{slug}",
            "GET /api/articles/{slug}/comments",
            "GET /api/profiles/{username}");
    private static final List<String> FOR_THE_AUTHOR = List.of(
            "PUT /api/articles/{slug}", "DELETE /api/articles/{slug}", "DELETE /api/articles/{slug}/comments/{id}");
    private static final List<String> FOR_ADMINISTRATORS =
            List.of("GET /api/admin/statistics", "DELETE /api/admin/articles/{slug}");

    private final Conduit conduit;
    private final Map<Refusal, Supplier<ResponseSpec>> all = new HashMap<>();

    Provocations(Conduit conduit) {
        this.conduit = conduit;
        Member author = conduit.register();
        FOR_THE_SIGNED_IN.forEach(operation -> on(operation, 401, conduit.stranger(), ""));
        FOR_EVERYONE.forEach(operation -> on(operation, 401, conduit.authorized("Token nonsense"), ""));
        FOR_THE_SIGNED_IN.forEach(operation -> twice(operation, author.client()));
        FOR_EVERYONE.forEach(operation -> twice(operation, author.client()));
        FOR_THE_SIGNED_IN.forEach(operation -> notThere(operation, author.client()));
        FOR_EVERYONE.forEach(operation -> notThere(operation, conduit.stranger()));
        foreign(author);
        administration();
        withoutToken();
    }

    private void foreign(Member author) {
        String slug = author.publish("Provoked");
        int comment = author.comment(slug, "Mine");
        FOR_THE_AUTHOR.forEach(
                operation -> on(operation, 403, conduit.register().client(), "{}", slug, comment));
    }

    private void administration() {
        Member admin = conduit.registerAdmin();
        Client all = conduit.authorizedFor(admin, "admin:read admin:write");
        FOR_ADMINISTRATORS.forEach(operation -> on(operation, 401, conduit.stranger(), "", "none"));
        FOR_ADMINISTRATORS.forEach(
                operation -> on(operation, 403, conduit.authorizedFor(admin, "admin:write"), "", "none"));
        FOR_ADMINISTRATORS.forEach(operation -> twice(operation, all));
        notThere("DELETE /api/admin/articles/{slug}", all);
    }

    private void withoutToken() {
        Client stranger = conduit.stranger();
        on("POST /api/users", 422, stranger, "{}");
        on("POST /api/users/login", 422, stranger, "{}");
        on(
                "POST /api/users/login",
                401,
                stranger,
                Map.of("user", Map.of("email", "nobody@example.org", "password", "wrong")));
        all.put(new Refusal("POST /api/oauth/token", 400), () -> conduit.askForToken("grant_type", "password"));
        all.put(new Refusal("GET /api/syndication/articles", 403), () -> syndicated("stranger"));
        on("GET /api/syndication/articles", 422, stranger, "");
    }

    /** Gets a refusal; there is none for one that nobody knows how to provoke. */
    ResponseSpec provoke(Refusal refusal) {
        return all.get(refusal).get();
    }

    /** Returns the refusals that can be provoked. */
    Set<Refusal> known() {
        return all.keySet();
    }

    private void on(String operation, int status, Client client, Object body, Object... variables) {
        String[] parts = operation.split(" ");
        Object[] path = variables.length == 0 ? new Object[] {"none", 0} : variables;
        all.put(new Refusal(operation, status), () -> client.send(HttpMethod.valueOf(parts[0]), parts[1], body, path));
    }

    private void twice(String operation, Client client) {
        String[] parts = operation.split(" ");
        all.put(
                new Refusal(operation, 422),
                () -> client.http()
                        .method(HttpMethod.valueOf(parts[0]))
                        .uri(parts[1], "none", 0)
                        .header("Authorization", client.authorization(), client.authorization())
                        .exchange());
    }

    private void notThere(String operation, Client client) {
        if (operation.contains("{")) {
            on(operation, 404, client, Map.of("comment", Map.of("body", "To nothing")));
        }
    }

    private ResponseSpec syndicated(String tenant) {
        return conduit.stranger()
                .http()
                .get()
                .uri("/api/syndication/articles")
                .header("X-Tenant", tenant)
                .exchange();
    }
}
