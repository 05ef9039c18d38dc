package io.github.depends.resolution;

import io.github.depends.security.CredentialSource;
import org.jspecify.annotations.Nullable;

/** Binds and validates the parameters of one request; what a transport brings to a resolution. */
public interface RequestParameters {

    /** Returns what the security schemes read. */
    CredentialSource credentials();

    /**
     * Binds a group into its arguments, validates it and keeps the faults.
     *
     * @param group the group
     * @param arguments one for each parameter, filled where the group binds it
     * @param part what of the group is bound
     * @throws Exception what is no fault of a parameter
     */
    void bind(BindingGroup group, @Nullable Object[] arguments, Part part) throws Exception;

    /** Whether a fault has been kept. */
    boolean hasFaults();

    /**
     * Answers the faults kept so far.
     *
     * @throws Exception the one that tells them, if there are any
     */
    void throwFaults() throws Exception;

    /** What of a group is bound. */
    enum Part {
        /** For a guard: everything but the body, and of forms nothing. */
        GUARD_WITHOUT_BODY,
        /** For a guard whose turn has come: the body. */
        GUARD_BODY,
        /** Everything. */
        ALL
    }
}
