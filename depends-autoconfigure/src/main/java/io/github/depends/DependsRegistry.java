package io.github.depends;

/** Takes the uses that run for every endpoint of the application, or for those below a path pattern. */
public interface DependsRegistry {

    /**
     * Adds a route-level use.
     *
     * @param dependency class that is asked for, see {@link Depends#value()}, or a composed annotation without
     *     required attributes
     * @return this registry
     */
    DependsRegistry depends(Class<?> dependency);

    /**
     * Adds a route-level use by name.
     *
     * @param dependency class that is asked for, see {@link Depends#value()}
     * @param name name of the dependency or bean
     * @return this registry
     */
    DependsRegistry depends(Class<?> dependency, String name);

    /**
     * Adds a route-level use with OAuth2 scopes.
     *
     * @param dependency class that is asked for
     * @param scopes OAuth2 scopes it must find granted
     * @return this registry
     */
    DependsRegistry security(Class<?> dependency, String... scopes);

    /**
     * Opens a registry for the endpoints below a path pattern.
     *
     * @param pattern a {@code PathPattern} over the path within the application, such as {@code /admin/**}
     * @return the registry of that pattern
     */
    DependsRegistry path(String pattern);
}
