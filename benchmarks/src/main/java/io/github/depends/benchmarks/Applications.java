package io.github.depends.benchmarks;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.mock.web.MockHttpServletRequest;

/** Starts what is measured, and makes its requests. */
public final class Applications {

    private static final List<String> OPTIONS = List.of(
            "--server.port=0",
            "--spring.mvc.servlet.load-on-startup=1",
            "--spring.main.banner-mode=off",
            "--logging.level.root=warn");

    private Applications() {}

    /** Starts all ways of writing the scenario. */
    public static ConfigurableApplicationContext scenario() {
        return start(BenchmarkApplication.class);
    }

    /** Starts one endpoint with dependencies of a {@link Shape}. */
    public static ConfigurableApplicationContext shape(String kind, int nodes) {
        return Shape.of(kind, nodes).start();
    }

    /** Starts an application on any port, without a word. */
    static ConfigurableApplicationContext start(Class<?>... sources) {
        return start(sources, new String[0]);
    }

    /** Starts an application on any port, without a word, with more options. */
    static ConfigurableApplicationContext start(Class<?>[] sources, String... options) {
        return new SpringApplication(sources)
                .run(Stream.concat(OPTIONS.stream(), Stream.of(options)).toArray(String[]::new));
    }

    /** Makes the request of the scenario for a path. */
    public static MockHttpServletRequest request(String path) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
        request.addHeader("Authorization", "Bearer alice");
        request.addHeader("X-Tenant", "acme");
        request.setParameter("limit", "20");
        request.setQueryString("limit=20");
        return request;
    }
}
