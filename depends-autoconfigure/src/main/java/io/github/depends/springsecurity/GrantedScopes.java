package io.github.depends.springsecurity;

import io.github.depends.Dependency;
import io.github.depends.graph.ProvidedWith;
import io.github.depends.security.SecurityScopes;
import java.util.List;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationTrustResolver;
import org.springframework.security.authentication.AuthenticationTrustResolverImpl;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Whom Spring Security has authenticated, if all accumulated OAuth2 scopes are among its {@code SCOPE_} authorities.
 *
 * <pre>{@code
 * @Security(value = GrantedScopes.class, scopes = "items:read")
 * @GetMapping("/items")
 * List<Item> items() { ... }
 * }</pre>
 *
 * <p>Otherwise Spring Security answers as everywhere: its entry point where nobody is authenticated, its access denied
 * handler where a scope is missing.
 */
@ProvidedWith("Add spring-boot-starter-security, or a SecurityFilterChain bean to what there is of Spring Security")
public final class GrantedScopes {

    private static final String PREFIX = "SCOPE_";

    private final AuthenticationTrustResolver trust = new AuthenticationTrustResolverImpl();

    GrantedScopes() {}

    /**
     * Returns who is authenticated.
     *
     * @throws InsufficientAuthenticationException if nobody is
     * @throws AccessDeniedException if a scope is not granted
     */
    @Dependency(guard = true)
    public Authentication grantedScopes(SecurityScopes required) {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (!trust.isAuthenticated(authentication)) {
            throw new InsufficientAuthenticationException("Full authentication is required");
        }
        List<String> granted = authentication.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .toList();
        if (!required.scopes().stream().map(PREFIX::concat).allMatch(granted::contains)) {
            throw new AccessDeniedException("An OAuth2 scope is missing");
        }
        return authentication;
    }
}
