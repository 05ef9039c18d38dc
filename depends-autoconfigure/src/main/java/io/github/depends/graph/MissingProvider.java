package io.github.depends.graph;

import io.github.depends.security.SecurityScheme;
import org.springframework.core.ResolvableType;

/** Refuses a use of what is not there. */
final class MissingProvider extends RefusedException {

    private static final long serialVersionUID = 1L;

    MissingProvider(String message, Site site, String action) {
        super(message, site, action);
    }

    /** Returns what stands for it in a part of an application. */
    Provider.OfMissing provider(Use use) {
        ResolvableType requested = use.requested();
        boolean scheme = SecurityScheme.class.isAssignableFrom(requested.toClass());
        String name = use.name().isEmpty() ? "" : " named '" + use.name() + "'";
        String reason = scheme
                ? " is a security scheme, but there is no bean of it"
                : " is given by no @Dependency method, and no bean has this type,";
        return new Provider.OfMissing(
                requested,
                scheme ? requested.as(SecurityScheme.class).getGeneric(0) : requested,
                use.name(),
                new Fault("'" + Names.of(requested) + "'" + name + reason, use.site(), ""));
    }
}
