package io.github.depends.examples.guards;

import io.github.depends.Depends;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.sql.Connection;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class OrderController {

    private final Events events;

    OrderController(Events events) {
        this.events = events;
    }

    @PostMapping("/orders")
    String create(
            @Depends Page page,
            @Depends Connection connection,
            @RequestParam(defaultValue = "a") @NotBlank String kind,
            @Depends Tenant tenant,
            @Valid @RequestBody Order order,
            @Depends User user) {
        events.add("the endpoint");
        return order.product() + " for " + user.name();
    }
}
