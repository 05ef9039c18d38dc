package io.github.depends.test.standalone;

import io.github.depends.BackgroundTasks;
import io.github.depends.Dependency;
import io.github.depends.Depends;
import io.github.depends.DependsConfigurer;
import io.github.depends.DependsRegistry;
import io.github.depends.Exempt;
import io.github.depends.Yield;
import io.github.depends.security.HttpBearer;
import jakarta.validation.constraints.Max;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.server.ResponseStatusException;

/** A controller with every kind of use, and what it uses. */
@RestController
@Depends(Editions.NotClosed.class)
public class Editions {

    @GetMapping("/editions/{number}")
    String edition(@PathVariable int number, @Depends Edition edition, @Depends User user, @Depends Window window) {
        return edition.title() + " for " + user.name() + ", " + window.limit() + " a page";
    }

    @RequireRole("editor")
    @PostMapping("/editions/{number}")
    @ResponseStatus(HttpStatus.CREATED)
    String publish(
            @PathVariable int number,
            @Depends Edition edition,
            @RequestBody Draft draft,
            @Depends Press press,
            BackgroundTasks tasks) {
        press.print(draft.title());
        tasks.add(() -> press.print("task of " + edition.title()));
        return draft.title();
    }

    @Exempt(Everywhere.class)
    @GetMapping("/failing")
    String failing(@Depends Press press, @Depends User user) {
        throw new IllegalStateException("failing");
    }

    @GetMapping("/later")
    Callable<String> later(@Depends User user) {
        return user::name;
    }

    public record User(String name) {}

    public record Edition(String title) {}

    public record Draft(@Max(3) int pages, String title) {}

    public record Window(
            @RequestParam(defaultValue = "20") @Max(100) int limit) {}

    /** Is a bean in no test that does not give it. */
    public record Everywhere(
            @RequestParam(defaultValue = "0") int number) {

        public Everywhere {
            if (number == 13) {
                throw new ResponseStatusException(HttpStatus.GONE);
            }
        }
    }

    @Depends(RoleCheck.class)
    @Retention(RetentionPolicy.RUNTIME)
    public @interface RequireRole {
        String value();
    }

    public static class RoleCheck {

        @Dependency
        void check(RequireRole role, @Depends User user) {
            if (!user.name().equals(role.value())) {
                throw new ResponseStatusException(HttpStatus.FORBIDDEN);
            }
        }
    }

    @Component
    public static class Access {

        @Dependency
        User user(@Depends(HttpBearer.class) String token) {
            return new User(token);
        }
    }

    public static class NotClosed {

        private final Office office;

        public NotClosed(Office office) {
            this.office = office;
        }

        @Dependency
        void check() {
            if (!office.open()) {
                throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE);
            }
        }
    }

    public record Office(boolean open) {}

    public interface Shelf {
        Optional<String> title(int number);
    }

    public static class Archive {

        @Dependency
        public Edition edition(@PathVariable int number, @Depends Shelf shelf) {
            return new Edition(
                    shelf.title(number).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
        }
    }

    /** Keeps what has happened. */
    public static class Press {

        public final List<String> printed = new ArrayList<>();

        void print(String text) {
            printed.add(text);
        }

        @Dependency
        Yield<Press> press() {
            return Yield.of(this)
                    .onSuccess(press -> print("success"))
                    .onError((press, failure) -> print(failure.getMessage()))
                    .onClose(press -> print("closed"));
        }
    }

    @RestControllerAdvice
    public static class Faults {

        @ExceptionHandler
        @ResponseStatus(HttpStatus.CONFLICT)
        String failed(IllegalStateException failure, @Depends Optional<User> user) {
            return failure.getMessage() + " for " + user.map(User::name).orElse("nobody");
        }
    }

    /** Covers what another controller maps, too. */
    public static class Configured implements DependsConfigurer {

        @Override
        public void configureDependencies(DependsRegistry registry) {
            registry.depends(Everywhere.class);
            registry.path("/admin/**").depends(NotClosed.class);
        }
    }
}
