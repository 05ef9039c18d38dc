package io.github.depends.test;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;

/**
 * The graph of a slice in other tests that leave out classes of the application and have all auto-configuration: those of
 * one Spring Modulith module, and slices of the application's own.
 */
@AutoConfiguration(
        after = WebMvcAutoConfiguration.class,
        beforeName = "io.github.depends.autoconfigure.DependsAutoConfiguration")
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnBean(value = RequestMappingHandlerAdapter.class, name = DependsPartAutoConfiguration.FILTERS)
@Import(DependsSliceAutoConfiguration.class)
final class DependsPartAutoConfiguration {

    /** The bean that {@code @TypeExcludeFilters} on a test becomes. */
    static final String FILTERS = "org.springframework.boot.test.context.filter.annotation.TypeExcludeFilters";
}
