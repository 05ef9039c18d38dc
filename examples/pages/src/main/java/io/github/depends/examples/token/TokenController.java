package io.github.depends.examples.token;

import static org.springframework.http.HttpStatus.BAD_REQUEST;

import io.github.depends.Depends;
import io.github.depends.security.OAuth2PasswordRequestForm;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

@RestController
class TokenController {

    private final Tokens tokens;

    TokenController(Tokens tokens) {
        this.tokens = tokens;
    }

    @PostMapping(path = "/token", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    AccessToken token(@Depends OAuth2PasswordRequestForm form, @Depends Logins logins) {
        User user = logins.find(form.username(), form.password())
                .orElseThrow(() -> new ResponseStatusException(BAD_REQUEST));
        return tokens.issue(user, form.scopes());
    }
}
