package io.github.depends.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.util.StringUtils;

/** The query string of one request, which is parsed once at most, and whether the request has a form besides. */
final class SentQuery {

    private final HttpServletRequest request;
    private @Nullable MultiValueMap<String, String> parameters;

    SentQuery(HttpServletRequest request) {
        this.request = request;
    }

    /** Returns the decoded parameters of the query string; nobody changes them. */
    MultiValueMap<String, String> parameters() {
        if (parameters == null) {
            parameters = QueryString.parse(request);
        }
        return parameters;
    }

    /** Whether the content type of the request is one of a form. */
    boolean hasForm() {
        return StringUtils.startsWithIgnoreCase(request.getContentType(), "application/x-www-form-urlencoded")
                || hasParts();
    }

    /** Whether a parameter of this name would be one of the form, because the request has one and no such in the query. */
    boolean sendsByForm(String name) {
        return hasForm() && !parameters().containsKey(name);
    }

    /** Whether the content type of the request is a multipart one. */
    boolean hasParts() {
        return StringUtils.startsWithIgnoreCase(request.getContentType(), "multipart/");
    }
}
