package io.github.depends.transaction;

import io.github.depends.Depends;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.transaction.annotation.Isolation;

/**
 * Runs an endpoint in a {@link RequestTransaction} with these attributes; on a method, class, package, or an annotation of
 * one's own. The innermost counts, and counts for everything in the request that depends on the transaction.
 *
 * <pre>{@code
 * @InTransaction(readOnly = true)
 * @Retention(RetentionPolicy.RUNTIME)
 * @interface ReadOnly {}
 * }</pre>
 */
@Depends(RequestTransaction.class)
@Target({ElementType.PARAMETER, ElementType.METHOD, ElementType.TYPE, ElementType.PACKAGE})
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface InTransaction {

    /** Whether it only reads, so that drivers and JPA can do less. */
    boolean readOnly() default false;

    /** How much it sees of others. */
    Isolation isolation() default Isolation.DEFAULT;

    /** Seconds after which it fails; -1 as the transaction manager has it. */
    int timeout() default -1;

    /** Name of the {@code PlatformTransactionManager} bean, needed where there are several and none is primary. */
    String manager() default "";
}
