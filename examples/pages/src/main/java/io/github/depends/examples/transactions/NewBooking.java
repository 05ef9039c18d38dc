package io.github.depends.examples.transactions;

import jakarta.validation.constraints.NotBlank;

/** What a client wants to book. */
record NewBooking(@NotBlank String text) {

    Booking toBooking() {
        return new Booking(text);
    }
}
