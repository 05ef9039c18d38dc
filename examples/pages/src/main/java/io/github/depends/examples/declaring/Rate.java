package io.github.depends.examples.declaring;

import java.util.Currency;

/** What one unit of a currency costs. */
record Rate(Currency currency, double price) {}
