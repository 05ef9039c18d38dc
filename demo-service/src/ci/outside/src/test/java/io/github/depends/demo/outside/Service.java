package io.github.depends.demo.outside;

import io.github.depends.demo.client.ApiClient;
import io.github.depends.demo.client.ApiException;
import io.github.depends.demo.client.UserControllerApi;
import io.github.depends.demo.client.model.NewUser;
import io.github.depends.demo.client.model.NewUserRequest;

/** The running service. */
final class Service {

    static final String URL = System.getProperty("conduit.url");

    // no system property: those are in the reports of tests
    static final String ADMIN_PASSWORD = System.getenv("CONDUIT_ADMIN_PASSWORD");

    static final String PASSWORD = "planted-5ecret horse";

    private Service() {}

    /** Registers a user and returns the token. */
    static String register(String name) throws ApiException {
        NewUser user = new NewUser().username(name).email(name + "@example.org").password(PASSWORD);
        return new UserControllerApi(client(""))
                .register(new NewUserRequest().user(user))
                .getUser()
                .getToken();
    }

    /** Returns a generated client that sends this {@code Authorization}, or none. */
    static ApiClient client(String authorization) {
        ApiClient client = new ApiClient();
        client.updateBaseUri(URL);
        if (!authorization.isEmpty()) {
            client.setRequestInterceptor(request -> request.header("Authorization", authorization));
        }
        return client;
    }
}
