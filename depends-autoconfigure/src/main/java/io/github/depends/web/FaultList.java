package io.github.depends.web;

import io.github.depends.InvalidRequestException;
import io.github.depends.InvalidRequestException.RequestError;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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

    /** Adds the faults that one exception tells; without one, faults that have no exception of Spring's. */
    void add(List<ParameterFault> faults, @Nullable Exception cause) {
        faults.forEach(this::add);
        if (faults.isEmpty()) {
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

    private void add(ParameterFault fault) {
        if (!known.add(new Key(fault.in(), fault.name(), fault.code()))) {
            return;
        }
        if (listed.size() < limit) {
            listed.add(fault.error());
        } else {
            more++;
        }
    }

    InvalidRequestException exception() {
        Exception cause = causes.size() == 1 && !uncaused ? causes.get(0) : null;
        return new InvalidRequestException(listed, more, cause);
    }

    private record Key(String in, String name, String code) {}
}
