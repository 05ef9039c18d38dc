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

    /**
     * Acknowledges that handlers which are no controller methods are served below this registry's path without its uses,
     * because they need no guard or have another one. Without an acknowledgement the start fails where the application
     * itself adds such a handler: a functional route, a handler bean, a view controller, a resource handler, a servlet, an
     * actuator endpoint. Controller methods stay covered, also those below an acknowledged path.
     *
     * <pre>{@code
     * registry.path("/admin/**").depends(Admin.class).uncovered("/admin/health", "/admin/assets/**");
     * }</pre>
     *
     * <p>Only a registry that {@link #path(String)} has returned takes acknowledgements; on the registry of the whole
     * application this method is a start-up failure, and so is an acknowledgement that no handler needs.
     *
     * @param patterns the patterns by which the handlers are mapped, or a {@code PathPattern} that contains them
     * @return this registry
     */
    DependsRegistry uncovered(String... patterns);
}
