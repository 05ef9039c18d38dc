package io.github.depends.autoconfigure;

import io.github.depends.resolution.Acquisition;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of request dependencies.
 *
 * @param validation answers to wrong requests
 * @param openapi the OpenAPI document
 * @param acquire how dependencies are acquired
 * @param yields what is open
 */
@ConfigurationProperties("depends")
public record DependsProperties(
        @DefaultValue Validation validation,
        @DefaultValue Openapi openapi,
        @DefaultValue Acquire acquire,
        @DefaultValue Yields yields) {

    /**
     * Answers to wrong requests.
     *
     * @param status HTTP status of an invalid request, 400 or 422.
     * @param accumulate Whether all faults of a request are told in one answer.
     * @param maxErrors How many errors an answer lists at most; it says how many more there were.
     * @param allEndpoints Whether controllers of the application that use no dependency answer invalid requests alike.
     */
    public record Validation(
            @DefaultValue("400") int status,
            @DefaultValue("true") boolean accumulate,
            @DefaultValue("100") int maxErrors,
            @DefaultValue("false") boolean allEndpoints) {

        /** Refuses other statuses, and a limit with which no error could be listed. */
        public Validation {
            if (status != 400 && status != 422) {
                throw new IllegalArgumentException("depends.validation.status is 400 or 422, not " + status);
            }
            if (maxErrors < 1) {
                throw new IllegalArgumentException("depends.validation.max-errors is 1 or more, not " + maxErrors);
            }
        }
    }

    /**
     * The OpenAPI document.
     *
     * @param enabled Whether the OpenAPI document tells what dependencies read and require.
     */
    public record Openapi(@DefaultValue("true") boolean enabled) {}

    /**
     * How dependencies are acquired.
     *
     * @param parallel Whether dependencies that return a stage overlap.
     * @param timeout How long a stage may take; unlimited by default.
     */
    public record Acquire(
            @DefaultValue("false") boolean parallel,
            @Nullable Duration timeout) {

        /** Refuses timeouts that have passed already. */
        public Acquire {
            if (timeout != null && (timeout.isZero() || timeout.isNegative())) {
                throw new IllegalArgumentException("depends.acquire.timeout is more than zero, not " + timeout);
            }
        }

        Acquisition acquisition() {
            return new Acquisition(parallel ? Acquisition.Order.PARALLEL : Acquisition.Order.SEQUENTIAL, timeout);
        }
    }

    /**
     * What is open.
     *
     * @param openWarningAge How long a yield may be open before a warning is logged; zero turns that off.
     */
    public record Yields(@DefaultValue("1m") Duration openWarningAge) {

        /** Refuses negative ages. */
        public Yields {
            if (openWarningAge.isNegative()) {
                throw new IllegalArgumentException(
                        "depends.yields.open-warning-age is zero or more, not " + openWarningAge);
            }
        }
    }
}
