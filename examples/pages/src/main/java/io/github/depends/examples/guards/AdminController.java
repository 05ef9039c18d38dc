package io.github.depends.examples.guards;

import static org.springframework.http.HttpStatus.CONFLICT;

import io.github.depends.Depends;
import java.util.Optional;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/admin")
class AdminController {

    @PostMapping("/restart")
    void restart() {
        throw new ConflictException("is being restarted");
    }

    @ExceptionHandler
    ProblemDetail conflict(ConflictException thrown, @Depends Optional<User> user) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(CONFLICT, thrown.getMessage());
        user.ifPresent(known -> problem.setProperty("user", known.name()));
        return problem;
    }
}
