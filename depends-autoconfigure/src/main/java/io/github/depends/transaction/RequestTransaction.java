package io.github.depends.transaction;

import io.github.depends.graph.ProvidedWith;

/**
 * The transaction of a request: begun when it is first needed, never before the request's credentials have been accepted;
 * committed when the endpoint has returned and before the response is written; rolled back when anything has failed.
 *
 * <pre>{@code
 * @Depends(RequestTransaction.class)
 * @PostMapping("/articles")
 * Article publish(@RequestBody NewArticle article) { ... }
 * }</pre>
 *
 * <p>It is bound to the request's thread, so that everything that takes part in Spring's transactions takes part in this
 * one. {@link InTransaction} sets its attributes. There is one in a request, however many ask for it.
 */
@ProvidedWith("Add what makes a PlatformTransactionManager, such as spring-boot-starter-jdbc or"
        + " spring-boot-starter-data-jpa with a DataSource, or declare a bean of one")
public interface RequestTransaction {

    /** Whether it may only read. */
    boolean isReadOnly();

    /**
     * Makes it roll back when the endpoint has returned, although nothing fails: the client gets what the endpoint
     * returns.
     */
    void setRollbackOnly();

    /** Whether it will roll back: as told here, or because a nested transaction failed. */
    boolean isRollbackOnly();

    /** Whether it has been committed or rolled back. */
    boolean isCompleted();
}
