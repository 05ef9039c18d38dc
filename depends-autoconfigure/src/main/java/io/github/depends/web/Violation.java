package io.github.depends.web;

import java.util.function.Supplier;

/**
 * A violated constraint of a method or constructor.
 *
 * @param parameter index of the parameter, -1 if it is about several
 * @param path path inside the parameter, empty for the parameter itself; keys of maps are left out
 * @param code name of the constraint
 * @param message text in the request's language, made when it is asked for
 */
record Violation(int parameter, String path, String code, Supplier<String> message) {}
