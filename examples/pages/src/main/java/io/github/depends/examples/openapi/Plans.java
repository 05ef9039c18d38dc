package io.github.depends.examples.openapi;

import io.github.depends.Dependency;
import io.github.depends.Depends;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

@Component
class Plans {

    @Dependency
    @ApiResponse(responseCode = "402", description = "The plan is exhausted", content = @Content)
    void quota(@Depends Account account) {
        if (account.name().equals("poor")) {
            throw new ResponseStatusException(HttpStatus.PAYMENT_REQUIRED);
        }
    }
}
