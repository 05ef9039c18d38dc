package io.github.depends.web;

import org.springframework.http.HttpStatusCode;

/**
 * How invalid requests are answered.
 *
 * @param status status of the answer
 * @param accumulate whether all faults of a request are told, rather than the first
 * @param maxErrors how many errors an answer lists at most
 * @param allEndpoints whether the application's controllers that use no dependency answer them alike
 */
public record WrongRequests(HttpStatusCode status, boolean accumulate, int maxErrors, boolean allEndpoints) {}
