package io.github.depends.demo;

import java.util.Map;
import org.springframework.core.ParameterizedTypeReference;

/** Reads answers as maps. */
final class Json {

    static final ParameterizedTypeReference<Map<String, Object>> OBJECT = new ParameterizedTypeReference<>() {};

    private Json() {}

    @SuppressWarnings("unchecked")
    static Map<String, Object> object(Map<String, Object> parent, String name) {
        return (Map<String, Object>) parent.get(name);
    }
}
