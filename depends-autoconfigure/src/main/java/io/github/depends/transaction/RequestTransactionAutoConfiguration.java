package io.github.depends.transaction;

import io.github.depends.web.detection.ApplicationCatalog;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.core.ResolvableType;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The transaction of a request as a dependency, where there is a transaction manager. */
@AutoConfiguration(afterName = "org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration")
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass({PlatformTransactionManager.class, TransactionSynchronizationManager.class})
@ConditionalOnBean(PlatformTransactionManager.class)
public final class RequestTransactionAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    static TransactionManagers requestTransactionManagers(ObjectProvider<ApplicationCatalog> catalog) {
        return new TransactionManagers(
                () -> catalog.getObject().beans(ResolvableType.forClass(PlatformTransactionManager.class)));
    }

    @Bean
    @ConditionalOnMissingBean
    static RequestTransactions requestTransactions(TransactionManagers managers) {
        return new RequestTransactions(managers);
    }
}
