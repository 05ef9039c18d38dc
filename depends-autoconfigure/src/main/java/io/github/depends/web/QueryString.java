package io.github.depends.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.util.StringUtils;

/** The parameters of the query string alone; the servlet API mixes them with those of forms, which it reads for that. */
final class QueryString {

    private QueryString() {}

    /** Returns the decoded parameters in order; one that cannot be decoded is left out. */
    static MultiValueMap<String, String> parse(HttpServletRequest request) {
        MultiValueMap<String, String> parameters = new LinkedMultiValueMap<>();
        String query = request.getQueryString();
        for (String pair : StringUtils.tokenizeToStringArray(query, "&", false, true)) {
            int equals = pair.indexOf('=');
            try {
                parameters.add(
                        decode(equals < 0 ? pair : pair.substring(0, equals)),
                        decode(equals < 0 ? "" : pair.substring(equals + 1)));
            } catch (IllegalArgumentException undecodable) {
                // as the servlet container does
            }
        }
        return parameters;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
