package io.github.depends.examples.tasks;

import io.github.depends.BackgroundTasks;
import io.github.depends.Depends;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class UserController {

    @PostMapping("/users")
    User register(@Depends Registration registration, BackgroundTasks tasks, @Depends Mailer mailer) {
        User user = registration.register();
        tasks.add(() -> mailer.welcome(user));
        return user;
    }
}
