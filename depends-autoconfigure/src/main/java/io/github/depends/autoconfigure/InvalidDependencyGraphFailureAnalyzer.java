package io.github.depends.autoconfigure;

import io.github.depends.graph.Fault;
import io.github.depends.graph.InvalidDependencyGraphException;
import java.util.List;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells all faults of the declared dependencies at once, each with its place and what to write instead. */
final class InvalidDependencyGraphFailureAnalyzer extends AbstractFailureAnalyzer<InvalidDependencyGraphException> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, InvalidDependencyGraphException cause) {
        List<Fault> faults = cause.faults();
        StringBuilder text = new StringBuilder(
                faults.size() == 1
                        ? "The request dependencies have a fault:\n"
                        : "The request dependencies have " + faults.size() + " faults:\n");
        for (int index = 0; index < faults.size(); index++) {
            Fault fault = faults.get(index);
            text.append("\n")
                    .append(index + 1)
                    .append(". ")
                    .append(fault.message())
                    .append('.');
            String location = fault.location();
            text.append(location == null ? "\n   in " + fault.site() : "\n   at " + location);
            text.append("\n   => ").append(fault.action()).append('\n');
        }
        return new FailureAnalysis(
                text.toString(), "Correct each place as its line '=>' says, then start again.", cause);
    }
}
