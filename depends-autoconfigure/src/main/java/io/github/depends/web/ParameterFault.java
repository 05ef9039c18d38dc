package io.github.depends.web;

import io.github.depends.InvalidRequestException.RequestError;
import java.util.function.Supplier;

/**
 * One fault of a request, whose text is made only if the fault is listed.
 *
 * @param in place of the parameter
 * @param name name of the parameter; for a body the path inside it
 * @param code what is wrong
 * @param text text for a person, in the request's language
 */
record ParameterFault(String in, String name, String code, Supplier<String> text) {

    static ParameterFault of(RequestError error) {
        return new ParameterFault(error.in(), error.name(), error.code(), error::message);
    }

    RequestError error() {
        return new RequestError(in, name, code, text.get());
    }
}
