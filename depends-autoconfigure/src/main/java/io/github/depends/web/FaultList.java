package io.github.depends.web;

import io.github.depends.InvalidRequestException;
import io.github.depends.InvalidRequestException.RequestError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The faults of one request, each (in, name, code) once, and the exceptions of Spring's that stand behind them. */
final class FaultList {

    private final Map<List<String>, RequestError> errors = new LinkedHashMap<>();
    private final List<Exception> causes = new ArrayList<>();
    private boolean uncaused;

    /** Adds the faults that one exception tells; without one, faults that have no exception of Spring's. */
    void add(List<RequestError> faults, @Nullable Exception cause) {
        for (RequestError fault : faults) {
            errors.putIfAbsent(List.of(fault.in(), fault.name(), fault.code()), fault);
        }
        if (faults.isEmpty()) {
            return;
        }
        if (cause == null) {
            uncaused = true;
        } else if (causes.stream().noneMatch(known -> known == cause)) {
            causes.add(cause);
        }
    }

    InvalidRequestException exception() {
        Exception cause = causes.size() == 1 && !uncaused ? causes.get(0) : null;
        return new InvalidRequestException(List.copyOf(errors.values()), cause);
    }
}
