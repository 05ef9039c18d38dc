package io.github.depends.test.shop;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.depends.BackgroundTasks;
import io.github.depends.Depends;
import io.github.depends.security.AnyScheme;
import io.github.depends.security.BasicCredentials;
import io.github.depends.security.HttpBasic;
import io.github.depends.security.SchemeCredentials;
import io.github.depends.security.Security;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
public class Orders {

    private final Log log;

    Orders(Log log) {
        this.log = log;
    }

    @GetMapping("/orders")
    String orders(@Depends User user, @Depends Page page, @Depends Tenant tenant) {
        return user.name() + " " + page.limit() + " " + tenant.name();
    }

    @GetMapping("/me")
    String me(@Depends User user) {
        return user.name();
    }

    @GetMapping("/later")
    Callable<String> later(@Depends User user) {
        return user::name;
    }

    @GetMapping("/lazy")
    String lazy(@Depends Supplier<Page> page, @RequestParam boolean ask) {
        return ask ? "limit " + page.get().limit() : "not asked";
    }

    @GetMapping("/task")
    String task(@Depends User user, BackgroundTasks tasks) {
        tasks.add(() -> log.add("mailed " + user.name()));
        return "accepted";
    }

    @GetMapping("/prices")
    List<String> prices(@Depends List<String> prices) {
        return prices;
    }

    @GetMapping("/stock")
    List<Integer> stock(@Depends List<Integer> stock) {
        return stock;
    }

    @GetMapping("/partner")
    String partner(@Depends(name = "partner") String partner) {
        return partner;
    }

    @GetMapping("/either")
    String either(@Depends(AnyScheme.class) SchemeCredentials who) {
        return who.scheme() + " " + who.value();
    }

    @GetMapping("/baskets")
    String baskets(@Depends(name = "first") Access.Basket first, @Depends(name = "second") Access.Basket second) {
        return first.name() + " " + second.name();
    }

    @GetMapping("/twins")
    boolean twins(
            @Depends(name = "first", useCache = false) Access.Basket one,
            @Depends(name = "first", useCache = false) Access.Basket other,
            @Depends(name = "first") Access.Basket shared) {
        return one == other || other == shared;
    }

    @GetMapping("/connection")
    String connection(@Depends Access.Connection connection) {
        log.add("handle");
        return connection.name();
    }

    @GetMapping("/granted")
    String granted(@Security(scopes = "orders:read") Access.Granted granted) {
        return granted.scopes();
    }

    @GetMapping("/guests")
    String guests(@Depends Optional<User> user, @Depends(HttpBasic.class) Optional<BasicCredentials> visitor) {
        return user.map(User::name).orElse("guest");
    }

    @RequireRole("boss")
    @GetMapping("/boss")
    String boss() {
        return "boss";
    }

    @RequireRole("clerk")
    @GetMapping("/clerk")
    String clerk(@RequestParam int number) {
        return "clerk " + number;
    }

    @GetMapping("/admin")
    String admin(@Depends Admin admin, @RequestParam int number) {
        return admin.user().name() + " " + number;
    }

    @GetMapping("/failing")
    String failing(@Depends User user) {
        throw new IllegalArgumentException("failing");
    }

    @ExceptionHandler
    ResponseEntity<String> failed(
            IllegalArgumentException failure, @Depends Optional<User> user, @Depends Optional<Unused.Coupon> coupon) {
        assertThat(coupon).isEmpty();
        return ResponseEntity.status(HttpStatus.CONFLICT)
                .body("failed for " + user.map(User::name).orElse("nobody"));
    }
}
