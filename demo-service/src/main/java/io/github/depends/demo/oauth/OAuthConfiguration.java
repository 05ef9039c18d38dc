package io.github.depends.demo.oauth;

import io.github.depends.security.OAuth2PasswordBearer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Introduces the scheme: how a client gets an access token, and for what. */
@Configuration(proxyBeanMethods = false)
class OAuthConfiguration {

    @Bean
    OAuth2PasswordBearer accessToken() {
        return OAuth2PasswordBearer.of(TokenController.PATH)
                .scope(AdminScopes.READ, "See what there is")
                .scope(AdminScopes.WRITE, "Remove what should not be there");
    }
}
