package io.github.depends.examples.transactions;

import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
class TransactionsApplication {}
