package io.github.depends.examples.wrong;

import io.github.depends.Depends;
import io.github.depends.InvalidRequestException;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class OrderController {

    @GetMapping("/orders")
    String orders(@Depends Page page, @Depends Tenant tenant) {
        return tenant.name();
    }

    @ExceptionHandler
    ResponseEntity<Problems> invalid(InvalidRequestException fault) {
        return ResponseEntity.badRequest().body(Problems.of(fault.getErrors()));
    }
}
