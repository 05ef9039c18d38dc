package io.github.depends.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** A small application on a real server, made of the given classes, and a client that talks to it over HTTP. */
public final class App implements AutoCloseable {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static final List<String> EXCLUDED = List.of(
            "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
            "org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration",
            "org.springframework.boot.data.jpa.autoconfigure.DataJpaRepositoriesAutoConfiguration",
            "org.springframework.boot.data.jdbc.autoconfigure.DataJdbcRepositoriesAutoConfiguration",
            "org.springframework.boot.data.autoconfigure.web.DataWebAutoConfiguration",
            "org.springframework.boot.jetty.autoconfigure.servlet.JettyServletWebServerAutoConfiguration",
            "org.springframework.boot.jetty.autoconfigure.actuate.web.server.JettyServletManagementContextAutoConfiguration");

    private final ConfigurableApplicationContext context;

    private App(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** Starts an application; arguments are classes, properties as {@code name=value}, and {@link Neighbour neighbours}. */
    public static App start(Object... parts) {
        return new App(run(null, parts));
    }

    /** Starts an application that is expected to fail, and returns why. */
    public static Throwable failure(Object... parts) {
        return failureBelow(null, parts);
    }

    /** Starts an application whose context has a parent, and that is expected to fail, and returns why. */
    public static Throwable failureBelow(ConfigurableApplicationContext parent, Object... parts) {
        try (ConfigurableApplicationContext started = run(parent, parts)) {
            throw new AssertionError("The application started: " + started);
        } catch (RuntimeException expected) {
            return expected;
        }
    }

    /** Starts an application whose context has a parent. */
    public static App startBelow(ConfigurableApplicationContext parent, Object... parts) {
        return new App(run(parent, parts));
    }

    private static ConfigurableApplicationContext run(ConfigurableApplicationContext parent, Object... parts) {
        List<Class<?>> sources = new ArrayList<>(List.of(Auto.class));
        List<String> properties =
                new ArrayList<>(List.of("server.port=0", "spring.main.banner-mode=off", "spring.jmx.enabled=false"));
        List<String> excluded = new ArrayList<>(EXCLUDED);
        for (Object part : parts) {
            if (part instanceof Class<?> type) {
                sources.add(type);
            } else if (part instanceof Neighbour neighbour) {
                excluded.removeIf(name -> name.startsWith(neighbour.autoConfiguration));
            } else {
                properties.add((String) part);
            }
        }
        properties.add("spring.autoconfigure.exclude=" + String.join(",", excluded));
        SpringApplicationBuilder application = new SpringApplicationBuilder(sources.toArray(Class<?>[]::new));
        if (parent != null) {
            application.parent(parent);
        }
        return application
                .web(WebApplicationType.SERVLET)
                .logStartupInfo(false)
                .run(properties.stream().map(property -> "--" + property).toArray(String[]::new));
    }

    /** Returns a bean. */
    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** Returns the event log of the application. */
    public Events events() {
        return context.getBean(Events.class);
    }

    /** Returns the port of the server. */
    public int port() {
        return ((ServletWebServerApplicationContext) context).getWebServer().getPort();
    }

    /** Returns the context. */
    public ConfigurableApplicationContext context() {
        return context;
    }

    /** Sends a GET request; headers are names and values in turn. */
    public HttpResponse<String> get(String path, String... headers) {
        return send("GET", path, null, headers);
    }

    /** Sends a request with a JSON body. */
    public HttpResponse<String> post(String path, String json, String... headers) {
        String[] all = Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = "Content-Type";
        all[headers.length + 1] = "application/json";
        return send("POST", path, json, all);
    }

    /** Sends a request. */
    public HttpResponse<String> send(String method, String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port() + path))
                .timeout(Duration.ofSeconds(20))
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            HttpResponse<String> answer = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= 400) {
                Planted.notIn(answer.headers() + answer.body());
            }
            return answer;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() {
        context.close();
    }

    /** What Spring Boot would configure, for it is on the class path, but most applications here do without. */
    public enum Neighbour {
        DATA_SOURCE("org.springframework.boot.jdbc."),
        JPA("org.springframework.boot.hibernate."),
        SPRING_DATA_JDBC("org.springframework.boot.data.jdbc."),
        SPRING_DATA_WEB("org.springframework.boot.data.autoconfigure.web.");

        private final String autoConfiguration;

        Neighbour(String autoConfiguration) {
            this.autoConfiguration = autoConfiguration;
        }
    }

    /** The application's only configuration of its own. */
    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Auto {

        @org.springframework.context.annotation.Bean
        Events events() {
            return new Events();
        }
    }
}
