package io.github.depends.web;

import io.github.depends.InvalidRequestException;
import io.github.depends.InvalidRequestException.RequestError;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The faults of one request, each (in, name, code) once, and the exceptions of Spring's that stand behind them. Faults
 * beyond the limit are only counted.
 */
final class FaultList {

    private final int limit;
    private final Set<Key> known = new HashSet<>();
    private final List<RequestError> listed = new ArrayList<>();
    private final List<Exception> causes = new ArrayList<>();
    private int more;
    private boolean uncaused;

    FaultList(int limit) {
        this.limit = limit;
    }

    /**
     * Adds the faults that one exception tells; without one, faults that have no exception of Spring's. An exception that
     * tells nothing new is left out.
     */
    void add(List<ParameterFault> faults, @Nullable Exception cause) {
        boolean anew = false;
        for (ParameterFault fault : faults) {
            anew |= add(fault);
        }
        if (!anew) {
            return;
        }
        if (cause == null) {
            uncaused = true;
        } else if (causes.stream().noneMatch(told -> told == cause)) {
            causes.add(cause);
        }
    }

    /** Adds the faults that a resolver or a scheme of the application has told. */
    void add(InvalidRequestException told) {
        add(told.getErrors().stream().map(ParameterFault::of).toList(), null);
        more += told.getMoreErrors();
    }

    private boolean add(ParameterFault fault) {
        if (!known.add(Key.of(fault))) {
            return false;
        }
        if (listed.size() < limit) {
            listed.add(fault.error());
        } else {
            more++;
        }
        return true;
    }

    InvalidRequestException exception() {
        Exception cause = causes.size() == 1 && !uncaused ? causes.get(0) : null;
        return new InvalidRequestException(listed, more, cause);
    }

    // Names of headers are compared without case (RFC 9110, 5.1).
    private record Key(String in, String name, String code) {

        static Key of(ParameterFault fault) {
            String name = fault.in().equals("header") ? fault.name().toLowerCase(Locale.ROOT) : fault.name();
            return new Key(fault.in(), name, fault.code());
        }
    }
}
