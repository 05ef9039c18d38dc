package org.springframework.petshop;

import io.github.depends.InvalidRequestException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** An advice of the application, in a package that begins like those of Spring. */
@RestControllerAdvice
public class PetShopAdvice {

    @ExceptionHandler
    String invalid(InvalidRequestException invalid) {
        return "told by the pet shop";
    }
}
