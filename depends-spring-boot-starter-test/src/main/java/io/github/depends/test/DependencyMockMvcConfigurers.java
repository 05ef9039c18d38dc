package io.github.depends.test;

import org.springframework.test.web.servlet.setup.MockMvcConfigurer;

/**
 * Lets MockMvc's {@code standaloneSetup} serve request dependencies.
 *
 * <p>Without it, {@code MockMvcBuilders.standaloneSetup(controller)} serves controllers <strong>without their
 * guards</strong> and takes the parameters that carry {@code @Depends} from the query: it makes a Spring MVC of its own,
 * in which this library has no part, and Spring has no hook through which it could get one.
 */
public final class DependencyMockMvcConfigurers {

    private DependencyMockMvcConfigurers() {}

    /**
     * Serves the controllers of a {@code standaloneSetup} with what they use, by the rules of the application.
     *
     * <pre>{@code
     * MockMvc mvc = MockMvcBuilders.standaloneSetup(new ArticleController())
     *         .apply(dependencies(Access.class, HttpBearer.of(), userRepository))
     *         .build();
     * }</pre>
     *
     * <p>What is given are beans: an object is taken as it is, of a class Spring makes an object, and gives its constructor
     * what else is given. A class with {@code @Configuration} gives the beans that its methods return, under their names.
     * Records and other dependencies with a constructor of their own are found without being given. Application and path
     * uses are those of the {@code DependsConfigurer}s given. Properties that begin with {@code depends.} are read as in the
     * application.
     *
     * @param beansAndDependencyClasses what the controllers need: objects and classes
     * @return a configurer to apply to the builder, before its filters; it can be applied to several builders. Building
     *     throws {@link IllegalStateException} with all that is wrong, as the application would at its start
     * @throws IllegalArgumentException if one of these is {@code null}, or a class of which Spring cannot make an object
     */
    public static MockMvcConfigurer dependencies(Object... beansAndDependencyClasses) {
        return new StandaloneDependencies(GivenBeans.of(beansAndDependencyClasses));
    }
}
