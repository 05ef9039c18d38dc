package io.github.depends.examples.transactions;

/** What a booking would do. */
record Preview(Booking booking, int count) {}
