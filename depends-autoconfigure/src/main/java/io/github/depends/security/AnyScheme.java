package io.github.depends.security;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads the credentials of one of several schemes: of the first in declared order for which the request has some.
 * Immutable.
 *
 * <pre>{@code
 * @Bean
 * AnyScheme anyScheme(HttpBearer bearer, ApiKey apiKey) {
 *     return AnyScheme.of(bearer, apiKey);
 * }
 * }</pre>
 *
 * <p>All of them are read, so that a request with credentials that are given twice is refused, whichever scheme counts.
 * Whether each of the schemes is optional makes no difference.
 */
public final class AnyScheme implements SecurityScheme<SchemeCredentials> {

    private final List<SecurityScheme<?>> schemes;
    private final Map<String, SecurityScheme<?>> named;
    private final boolean required;

    private AnyScheme(List<SecurityScheme<?>> schemes, Map<String, SecurityScheme<?>> named, boolean required) {
        this.schemes = schemes;
        this.named = named;
        this.required = required;
    }

    /**
     * Creates a scheme of several. The schemes of another {@code AnyScheme} take its place.
     *
     * @param schemes the schemes, in the order in which they count
     * @throws IllegalArgumentException if there is none, one is there twice, or two have the same {@code schemeName}
     */
    public static AnyScheme of(SecurityScheme<?>... schemes) {
        List<SecurityScheme<?>> all = new ArrayList<>();
        for (SecurityScheme<?> scheme : List.of(schemes)) {
            all.addAll(scheme instanceof AnyScheme any ? any.schemes : List.of(scheme));
        }
        if (all.isEmpty()) {
            throw new IllegalArgumentException("AnyScheme needs at least one security scheme");
        }
        Map<String, SecurityScheme<?>> named = new LinkedHashMap<>();
        for (SecurityScheme<?> scheme : all) {
            String name = ownName(scheme);
            String free = name == null ? className(scheme) : name;
            // Where two are of one class, the names of their beans tell them apart.
            while (name == null && named.containsKey(free)) {
                free += "_";
            }
            putOnce(named, free, scheme);
        }
        return new AnyScheme(List.copyOf(all), Collections.unmodifiableMap(named), true);
    }

    /**
     * Returns a scheme in which schemes without a {@code schemeName} have the names of their beans.
     *
     * @param beans returns the name of a scheme's bean, {@code null} if it is none
     * @throws IllegalArgumentException if two schemes have the same name
     */
    public AnyScheme named(Function<SecurityScheme<?>, @Nullable String> beans) {
        Map<String, SecurityScheme<?>> renamed = new LinkedHashMap<>();
        for (SecurityScheme<?> scheme : schemes) {
            String own = ownName(scheme);
            String bean = own == null ? beans.apply(scheme) : own;
            putOnce(renamed, bean == null ? className(scheme) : bean, scheme);
        }
        return new AnyScheme(schemes, Collections.unmodifiableMap(renamed), required);
    }

    private static void putOnce(Map<String, SecurityScheme<?>> named, String name, SecurityScheme<?> scheme) {
        if (named.containsValue(scheme)) {
            throw new IllegalArgumentException("The security scheme '" + name + "' is in AnyScheme twice");
        }
        if (named.putIfAbsent(name, scheme) != null) {
            throw new IllegalArgumentException("Two security schemes of AnyScheme have the name '" + name
                    + "': give each a schemeName of its own, or make each a bean");
        }
    }

    private static @Nullable String ownName(SecurityScheme<?> scheme) {
        return scheme.describe().schemeName();
    }

    private static String className(SecurityScheme<?> scheme) {
        String name = scheme.getClass().getSimpleName().replaceAll("[^a-zA-Z0-9._-]", "");
        return name.isEmpty() ? "scheme" : Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    /** Returns a scheme whose value is {@code null} where there are credentials of none of the schemes. */
    public AnyScheme optional() {
        return new AnyScheme(schemes, named, false);
    }

    /** Returns the schemes by name, in declared order. */
    public Map<String, SecurityScheme<?>> schemes() {
        return named;
    }

    @Override
    public @Nullable SchemeCredentials credentials(CredentialSource request) {
        SchemeCredentials first = null;
        for (Map.Entry<String, SecurityScheme<?>> scheme : named.entrySet()) {
            Object value = scheme.getValue().credentials(request);
            if (first == null && value != null) {
                first = new SchemeCredentials(scheme.getKey(), value);
            }
        }
        return first;
    }

    /** Returns the challenges of all schemes, separated by commas (RFC 9110, 11.6.1). */
    @Override
    public String challenge() {
        return schemes.stream().map(SecurityScheme::challenge).distinct().collect(Collectors.joining(", "));
    }

    @Override
    public boolean required() {
        return required;
    }

    /** Describes the first scheme; the OpenAPI document describes {@link #schemes() each}. */
    @Override
    public SchemeDescription describe() {
        return schemes.get(0).describe();
    }
}
