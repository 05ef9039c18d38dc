package io.github.depends.web.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

class PathRangeTests {

    private static final List<String> PATTERNS = List.of(
            "",
            "/",
            "/**",
            "/*",
            "/{one}",
            "/{*rest}",
            "/admin",
            "/admin/",
            "/admin/*",
            "/admin/**",
            "/admin/{*rest}",
            "/admin/users",
            "/admin/{id}",
            "/admin/{id}/x",
            "/admin/{id:[0-9]+}",
            "/admin/{id:[^.]+}/x",
            "/{area}/users",
            "/{area}/{id}",
            "/{area}/users/{id}",
            "/{area:a.*}/users",
            "/**/x",
            "/**/users/x",
            "/{*any}/x",
            "/*/users",
            "/adm?n/users",
            "/ad*/users",
            "/ADMIN/users",
            "/admin/*.html",
            "/admin/{name}.html",
            "/{a}-{b}/users",
            "/users/{id}",
            "/users",
            "/x",
            "/a b/users",
            "/ü/**");
    private static final List<String> SEGMENTS =
            List.of("admin", "ADMIN", "users", "1", "x", "a.html", "a-b", "a%20b", "%C3%BC", "%61dmin", "admin;v=1");

    @Test
    void meetsWheneverAPathExistsThatBothMatch() {
        List<PathContainer> paths = paths();
        PathPatternParser parser = new PathPatternParser();
        parser.setCaseSensitive(false);
        for (String one : PATTERNS) {
            PathPattern first = parser.parse(one.isEmpty() ? "/" : one);
            List<PathContainer> matched = paths.stream().filter(first::matches).toList();
            for (String other : PATTERNS) {
                PathPattern second = parser.parse(other.isEmpty() ? "/" : other);
                boolean common = matched.stream().anyMatch(second::matches);
                boolean meets = PathRange.of(one).meets(PathRange.of(other));
                assertThat(meets || !common).as("%s must meet %s", one, other).isTrue();
                boolean all = matched.stream().allMatch(second::matches);
                assertThat(!PathRange.of(other).contains(PathRange.of(one)) || all)
                        .as("%s must not contain %s", other, one)
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/admin/**, /users",
        "/admin/**, /administration/users",
        "/admin/*, /admin/a/b",
        "/{area}/users, /admin/orders",
        "/admin/{id:[0-9]+}, /admin/users",
        "/**/x, /admin/users",
        "/admin, /"
    })
    void doesNotMeetWhatIsApart(String one, String other) {
        assertThat(PathRange.of(one).meets(PathRange.of(other))).isFalse();
        assertThat(PathRange.of(other).meets(PathRange.of(one))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "/admin/**, /admin/users",
        "/admin/**, /admin",
        "/**, /{any}/users",
        "/admin/{id}, /admin/1",
        "/{*rest}, /admin/{id}"
    })
    void containsWhatIsBelow(String outer, String inner) {
        assertThat(PathRange.of(outer).contains(PathRange.of(inner))).isTrue();
    }

    private static List<PathContainer> paths() {
        List<String> paths = new ArrayList<>(List.of(""));
        List<String> level = List.of("");
        for (int depth = 0; depth < 3; depth++) {
            List<String> next = new ArrayList<>();
            for (String path : level) {
                SEGMENTS.forEach(segment -> next.add(path + "/" + segment));
            }
            paths.addAll(next);
            level = next;
        }
        paths.set(0, "/");
        return paths.stream().map(PathContainer::parsePath).toList();
    }
}
