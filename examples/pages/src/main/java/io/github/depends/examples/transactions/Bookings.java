package io.github.depends.examples.transactions;

import io.github.depends.Depends;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The bookings, in the transaction of the request. */
record Bookings(@Depends JdbcClient jdbc) {

    Booking save(Booking booking) {
        jdbc.sql("insert into booking (text) values (?)").param(booking.text()).update();
        return booking;
    }

    List<Booking> all() {
        return jdbc.sql("select text from booking order by text")
                .query(Booking.class)
                .list();
    }
}
