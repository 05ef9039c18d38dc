package io.github.depends.springsecurity;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;

/** Lets the security context travel with background tasks, with and without a filter chain. */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass(SecurityContextHolder.class)
public final class SecurityTaskContextAutoConfiguration {

    @Bean
    static SecurityTaskContext securityTaskContext(ObjectProvider<SecurityContextHolderStrategy> strategies) {
        return new SecurityTaskContext(() -> strategies.getIfUnique(SecurityContextHolder::getContextHolderStrategy));
    }
}
