package io.github.depends.web;

import org.springframework.http.HttpStatusCode;

/**
 * How invalid requests are answered.
 *
 * @param status status of the answer
 * @param accumulate whether all faults of a request are told, rather than the first
 * @param maxErrors how many errors an answer lists at most
 */
public record WrongRequests(HttpStatusCode status, boolean accumulate, int maxErrors) {}
