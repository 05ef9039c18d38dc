package io.github.depends.examples.token;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a client sends with its requests from now on. */
record AccessToken(
        @JsonProperty("access_token") String accessToken,
        @JsonProperty("token_type") String tokenType) {}
