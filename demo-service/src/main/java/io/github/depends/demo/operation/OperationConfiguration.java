package io.github.depends.demo.operation;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Introduces the filter that comes before all others, so that what they log has the request's id too. */
@Configuration(proxyBeanMethods = false)
class OperationConfiguration {

    @Bean
    FilterRegistrationBean<RequestIdFilter> requestIds() {
        FilterRegistrationBean<RequestIdFilter> filter = new FilterRegistrationBean<>(new RequestIdFilter());
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }
}
