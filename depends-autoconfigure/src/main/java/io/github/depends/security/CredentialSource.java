package io.github.depends.security;

import java.util.List;

/** What a security scheme may read of a request: no body. */
public interface CredentialSource {

    /** Returns all lines of a header, in order; empty if there is none. The name is case-insensitive. */
    List<String> headers(String name);

    /** Returns the values of all cookies of a name, in order; empty if there is none. */
    List<String> cookies(String name);

    /** Returns all values of a parameter of the query string, decoded, in order; empty if there is none. */
    List<String> queryParameters(String name);

    /** Returns the HTTP method. */
    String method();

    /** Returns the path of the request as the client sent it, without the query string. */
    String path();
}
