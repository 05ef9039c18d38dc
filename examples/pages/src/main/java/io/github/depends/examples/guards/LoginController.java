package io.github.depends.examples.guards;

import io.github.depends.Exempt;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class LoginController {

    @Exempt(CurrentUser.class)
    @PostMapping("/login")
    Token login(@RequestBody Login login) {
        return new Token(login.name());
    }
}
