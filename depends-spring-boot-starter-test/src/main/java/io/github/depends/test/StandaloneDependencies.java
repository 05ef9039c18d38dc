package io.github.depends.test;

import io.github.depends.graph.Names;
import org.jspecify.annotations.Nullable;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.test.web.servlet.setup.ConfigurableMockMvcBuilder;
import org.springframework.test.web.servlet.setup.MockMvcConfigurer;
import org.springframework.test.web.servlet.setup.StandaloneMockMvcBuilder;
import org.springframework.web.context.WebApplicationContext;

/** Serves the controllers of a standalone setup with what they use. Each build gets an application of its own. */
record StandaloneDependencies(GivenBeans given) implements MockMvcConfigurer {

    @Override
    public void afterConfigurerAdded(ConfigurableMockMvcBuilder<?> builder) {
        if (!(builder instanceof StandaloneMockMvcBuilder standalone)) {
            throw new IllegalStateException(
                    "dependencies(...) is for MockMvcBuilders.standaloneSetup(...), and this builder"
                            + " is a " + Names.of(builder.getClass())
                            + ". A MockMvc of webAppContextSetup(...) serves what its"
                            + " application serves: replace dependencies there with @MockDependency, DependencyOverrides or"
                            + " dependency(...). Functional routes use no request dependencies");
        }
        StandaloneParts parts = new StandaloneParts();
        standalone.addFilters(parts);
        standalone.addInterceptors(parts);
    }

    @Override
    public @Nullable RequestPostProcessor beforeMockMvcCreated(
            ConfigurableMockMvcBuilder<?> builder, WebApplicationContext mvc) {
        if (mvc.containsBean(StandaloneParts.HANDLER_ADAPTER)) {
            throw new IllegalStateException("dependencies(...) has been applied twice to one standaloneSetup. Give all"
                    + " objects and classes in one call: apply(dependencies(first, second))");
        }
        StandaloneParts.addTo(mvc, StandaloneApplication.of(mvc, given));
        return null;
    }
}
