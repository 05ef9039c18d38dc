/** The bookings of docs/transactions.md. */
@NullMarked
package io.github.depends.examples.transactions;

import org.jspecify.annotations.NullMarked;
