package io.github.depends.pages;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.env.PropertiesPropertySourceLoader;
import org.springframework.boot.env.PropertySourceLoader;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.io.ByteArrayResource;
import tools.jackson.databind.json.JsonMapper;

/** The properties of this library, by the metadata that the build generates for IDEs. */
final class ConfigurationKeys {

    private static final String METADATA = "META-INF/spring-configuration-metadata.json";
    private static final Map<String, PropertySourceLoader> LOADERS = Map.of(
            "properties", new PropertiesPropertySourceLoader(),
            "yaml", new YamlPropertySourceLoader());
    private static final Set<String> KNOWN = known();

    private ConfigurationKeys() {}

    /** Returns what a block of properties sets below {@code depends} although nothing reads it. */
    static Set<String> unknown(Block block) {
        PropertySourceLoader loader = LOADERS.get(block.language());
        return loader == null
                ? Set.of()
                : keys(loader, block.text())
                        .filter(key -> key.startsWith("depends."))
                        .filter(key -> !KNOWN.contains(key))
                        .collect(Collectors.toSet());
    }

    private static Stream<String> keys(PropertySourceLoader loader, String text) {
        try {
            return loader.load("block", new ByteArrayResource(text.getBytes(UTF_8))).stream()
                    .flatMap(source -> Arrays.stream(((EnumerablePropertySource<?>) source).getPropertyNames()));
        } catch (IOException thrown) {
            throw new UncheckedIOException(thrown);
        }
    }

    private static Set<String> known() {
        try {
            Set<String> known = new HashSet<>();
            for (URL metadata :
                    Collections.list(ConfigurationKeys.class.getClassLoader().getResources(METADATA))) {
                try (InputStream in = metadata.openStream()) {
                    JsonMapper.shared()
                            .readTree(in)
                            .path("properties")
                            .forEach(each -> known.add(each.path("name").asString()));
                }
            }
            return known;
        } catch (IOException thrown) {
            throw new UncheckedIOException(thrown);
        }
    }
}
