package io.github.depends.transaction;

import java.util.HashSet;
import java.util.Set;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** A transaction that has begun on the current thread, and knows what was on the thread before. */
final class BegunTransaction implements RequestTransaction {

    private static final Log LOGGER = LogFactory.getLog(RequestTransaction.class);

    private final PlatformTransactionManager manager;
    private final boolean synchronizedBefore;
    private final Set<Object> boundBefore;
    private final TransactionStatus status;

    BegunTransaction(PlatformTransactionManager manager, TransactionDefinition definition) {
        this.manager = manager;
        this.synchronizedBefore = TransactionSynchronizationManager.isSynchronizationActive();
        this.boundBefore =
                Set.copyOf(TransactionSynchronizationManager.getResourceMap().keySet());
        this.status = manager.getTransaction(definition);
    }

    void commit() {
        manager.commit(status);
    }

    void rollback() {
        manager.rollback(status);
    }

    /** Tells the log what somebody has left on the thread, for the next request would find it there. */
    void tellLeftovers() {
        Set<Object> bound =
                new HashSet<>(TransactionSynchronizationManager.getResourceMap().keySet());
        bound.removeAll(boundBefore);
        if (TransactionSynchronizationManager.isSynchronizationActive() && !synchronizedBefore || !bound.isEmpty()) {
            LOGGER.error(
                    "The request has left a transaction on its thread, where the next request would take part in it:"
                            + " something began one inside and did not end it. Still bound: "
                            + bound.stream()
                                    .map(key -> key.getClass().getName())
                                    .toList());
        }
    }

    @Override
    public boolean isReadOnly() {
        return status.isReadOnly();
    }

    @Override
    public void setRollbackOnly() {
        status.setRollbackOnly();
    }

    @Override
    public boolean isRollbackOnly() {
        return status.isRollbackOnly();
    }

    @Override
    public boolean isCompleted() {
        return status.isCompleted();
    }
}
