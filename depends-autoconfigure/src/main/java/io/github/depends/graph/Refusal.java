package io.github.depends.graph;

/**
 * Why a dependency cannot have a parameter.
 *
 * @param reason what is wrong with it, in words that follow the parameter's name; empty if nothing says what it is
 * @param action what to write instead
 */
public record Refusal(String reason, String action) {

    /** Refuses a parameter of which nothing says where it comes from. */
    public static final Refusal UNMARKED =
            new Refusal("", "@RequestParam, @RequestHeader, @PathVariable, @RequestBody, ... or @Depends");

    /** Whether nothing says where it comes from. */
    boolean unmarked() {
        return reason.isEmpty();
    }
}
