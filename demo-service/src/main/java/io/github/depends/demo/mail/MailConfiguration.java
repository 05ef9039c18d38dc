package io.github.depends.demo.mail;

import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Introduces the mailer; a bean of another one takes its place. */
@Configuration(proxyBeanMethods = false)
class MailConfiguration {

    @Bean
    @ConditionalOnMissingBean(Mailer.class)
    Mailer mailer() {
        return new LogMailer();
    }
}
