package io.github.depends.examples.transactions;

import io.github.depends.Depends;
import io.github.depends.transaction.InTransaction;
import io.github.depends.transaction.RequestTransaction;
import jakarta.validation.Valid;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class BookingController {

    @InTransaction
    @PostMapping("/bookings")
    Booking book(@RequestBody @Valid NewBooking booking, @Depends Bookings bookings) {
        return bookings.save(booking.toBooking());
    }

    @PostMapping("/bookings/trial")
    ResponseEntity<Preview> trial(
            @RequestBody @Valid NewBooking booking,
            @Depends RequestTransaction transaction,
            @Depends Bookings bookings) {
        transaction.setRollbackOnly();
        Booking tried = bookings.save(booking.toBooking());
        return ResponseEntity.ok(new Preview(tried, bookings.all().size()));
    }

    @ReadOnly
    @GetMapping("/bookings")
    List<Booking> bookings(@Depends Bookings bookings) {
        return bookings.all();
    }
}
