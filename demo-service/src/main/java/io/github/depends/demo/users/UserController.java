package io.github.depends.demo.users;

import io.github.depends.BackgroundTasks;
import io.github.depends.Depends;
import io.github.depends.demo.auth.ConduitTokenScheme;
import io.github.depends.demo.auth.Tokens;
import io.github.depends.demo.database.ReadOnly;
import io.github.depends.demo.mail.Mail;
import io.github.depends.demo.mail.Mailer;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Registers users, logs them in, and lets them see and change their account. */
@RestController
@RequestMapping("/api")
class UserController {

    /**
     * Hashing takes its time, so the connection is taken from the pool only when the repository is asked for. The mail is
     * for those whose account was kept, and nobody waits for it.
     */
    @PostMapping("/users")
    @ResponseStatus(HttpStatus.CREATED)
    @ApiResponse(responseCode = "422", ref = "422")
    UserResponse register(
            @RequestBody @Valid NewUserRequest body,
            @Depends Supplier<UserRepository> users,
            @Depends PasswordEncoder passwords,
            @Depends Tokens tokens,
            @Depends Mailer mailer,
            BackgroundTasks tasks) {
        NewUser wanted = body.user();
        String hash = passwords.encode(wanted.password());
        User user = users.get().insert(wanted.email(), wanted.username(), hash, "user");
        tasks.add(() -> mailer.send(Mail.welcome(user.email(), user.username())));
        return UserResponse.of(user, tokens.issue(user.id()));
    }

    @PostMapping("/users/login")
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "401", ref = "401")
    @ApiResponse(responseCode = "422", ref = "422")
    UserResponse login(@RequestBody @Valid LoginUserRequest body, @Depends Logins logins, @Depends Tokens tokens) {
        LoginUser login = body.user();
        return logins.find(login.email(), login.password())
                .map(user -> UserResponse.of(user, tokens.issue(user.id())))
                .orElseThrow(ConduitTokenScheme::notAuthenticated);
    }

    @ReadOnly
    @GetMapping("/user")
    UserResponse current(@Depends User user, @Depends Tokens tokens) {
        return UserResponse.of(user, tokens.issue(user.id()));
    }

    @PutMapping("/user")
    @Operation(operationId = "updateUser")
    UserResponse update(
            @RequestBody @Valid UpdateUserRequest body,
            @Depends User user,
            @Depends UserRepository users,
            @Depends PasswordEncoder passwords,
            @Depends Tokens tokens) {
        UpdateUser changes = body.user();
        String hash = changes.password() == null ? null : passwords.encode(changes.password());
        return UserResponse.of(users.update(user.id(), changes, hash), tokens.issue(user.id()));
    }

    record NewUserRequest(@NotNull @Valid NewUser user) {}

    record LoginUserRequest(@NotNull @Valid LoginUser user) {}

    record UpdateUserRequest(@NotNull @Valid UpdateUser user) {}
}
