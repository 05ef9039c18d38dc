package io.github.depends.transaction;

import io.github.depends.Dependency;
import io.github.depends.Yield;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionDefinition;

/** Begins the transaction of a request on its thread, and ends it there. */
final class RequestTransactions {

    private final TransactionManagers managers;

    RequestTransactions(TransactionManagers managers) {
        this.managers = managers;
    }

    // Committing what has been marked rollback-only below fails, and so does the request; nobody is told it was kept.
    @Dependency(threadBound = true)
    Yield<RequestTransaction> begin(@Nullable InTransaction attributes) {
        PlatformTransactionManager manager = managers.named(attributes == null ? "" : attributes.manager());
        TransactionDefinition definition = attributes == null ? TransactionDefinition.withDefaults() : of(attributes);
        return Yield.<RequestTransaction>open(() -> new BegunTransaction(manager, definition))
                .onSuccess(transaction -> begun(transaction).commit())
                .onError((transaction, failure) -> begun(transaction).rollback())
                .onClose(transaction -> begun(transaction).tellLeftovers());
    }

    // The application sees the type that it asks for, also where a graph or a message names what it gets.
    private static BegunTransaction begun(RequestTransaction transaction) {
        return (BegunTransaction) transaction;
    }

    private static TransactionDefinition of(InTransaction attributes) {
        DefaultTransactionDefinition definition = new DefaultTransactionDefinition();
        definition.setReadOnly(attributes.readOnly());
        definition.setIsolationLevel(attributes.isolation().value());
        definition.setTimeout(attributes.timeout());
        return definition;
    }
}
