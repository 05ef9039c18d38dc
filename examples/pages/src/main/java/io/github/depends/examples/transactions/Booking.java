package io.github.depends.examples.transactions;

/** What is booked. */
record Booking(String text) {}
