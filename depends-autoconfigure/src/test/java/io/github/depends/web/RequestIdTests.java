package io.github.depends.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.depends.Dependency;
import io.github.depends.Depends;
import io.github.depends.Yield;
import io.github.depends.testing.App;
import io.github.depends.testing.Events;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.lang.reflect.Field;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.junit.jupiter.api.Test;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tomcat gives the same id to different requests that are under way at the same time. */
class RequestIdTests {

    @Test
    void twoRequestsWithOneIdAreToldApart() throws Exception {
        try (App app = App.start(Pages.class, SameIds.class)) {
            CompletableFuture<String> first =
                    CompletableFuture.supplyAsync(() -> app.get("/slow").body());
            app.events().await("slow open");
            assertThat(app.get("/quick").body()).isEqualTo("quick");
            app.events().await("quick close");
            assertThat(app.events().list()).doesNotContain("slow close");
            app.bean(Pages.class).go.countDown();

            assertThat(first.get(20, TimeUnit.SECONDS)).isEqualTo("slow");
            app.events().await("slow close");
        }
    }

    @RestController
    static class Pages {

        private final CountDownLatch go = new CountDownLatch(1);

        @Dependency
        Yield<String> resource(@Depends Events events, HttpServletRequest request) {
            String name = request.getRequestURI().substring(1);
            return Yield.open(() -> {
                        events.add(name + " open");
                        return name;
                    })
                    .onClose(value -> events.add(value + " close"));
        }

        @GetMapping("/slow")
        String slow(@Depends(name = "resource") String resource) throws InterruptedException {
            assertThat(go.await(20, TimeUnit.SECONDS)).isTrue();
            return resource;
        }

        @GetMapping("/quick")
        String quick(@Depends(name = "resource") String resource) {
            return resource;
        }
    }

    static class SameIds {

        @Bean
        WebServerFactoryCustomizer<TomcatServletWebServerFactory> sameIds() {
            return factory -> factory.addEngineValves(new SameId());
        }
    }

    /** Does to all requests what Tomcat does to some. */
    static class SameId extends ValveBase {

        SameId() {
            super(true);
        }

        @Override
        public void invoke(Request request, Response response) throws IOException, ServletException {
            Field id = ReflectionUtils.findField(org.apache.coyote.Request.class, "requestId");
            ReflectionUtils.makeAccessible(id);
            ReflectionUtils.setField(id, request.getCoyoteRequest(), "10");
            getNext().invoke(request, response);
        }
    }
}
