package io.github.depends.slf4j;

import org.slf4j.MDC;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;

/** Lets the MDC travel with background tasks. */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass(MDC.class)
public final class Slf4jAutoConfiguration {

    @Bean
    static MdcTaskContext mdcTaskContext() {
        return new MdcTaskContext();
    }
}
