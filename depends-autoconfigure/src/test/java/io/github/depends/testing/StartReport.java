package io.github.depends.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.io.support.SpringFactoriesLoader;

/** What an application that cannot start tells its developer, as the failure analyzers of Spring Boot write it. */
public final class StartReport {

    private StartReport() {}

    /** Returns the description of a failed start, without the numbers of lines. */
    public static String of(Throwable failure) {
        return withLines(failure).replaceAll("\\((\\w+\\.java):\\d+\\)", "($1)");
    }

    /** Returns the description of a failed start. */
    public static String withLines(Throwable failure) {
        List<String> told = SpringFactoriesLoader.forDefaultResourceLocation()
                .load(FailureAnalyzer.class, SpringFactoriesLoader.FailureHandler.handleMessage((message, cause) -> {}))
                .stream()
                .map(analyzer -> analyzer.analyze(failure))
                .filter(Objects::nonNull)
                .map(FailureAnalysis::getDescription)
                .toList();
        assertThat(told).as("analyses of %s", failure).hasSize(1);
        Planted.notIn(told.get(0));
        return told.get(0);
    }

    /** Returns the faults of a failed start: each without its number, its lines joined by {@code |}. */
    public static List<String> faults(Throwable failure) {
        return Arrays.stream(of(failure).split("\n\n"))
                .skip(1)
                .map(fault -> fault.strip()
                        .replaceFirst("^\\d+\\. ", "")
                        .replace("\n   at ", " | at ")
                        .replace("\n   in ", " | in ")
                        .replace("\n   => ", " | => "))
                .toList();
    }
}
