package io.github.depends.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.ServletWebRequest;

class WorkTests {

    private final NativeWebRequest request = new ServletWebRequest(new MockHttpServletRequest());
    private final Callable<String> task = () -> "done";
    private final List<String> events = new ArrayList<>();
    private final Work work = new Work();

    @Test
    void whatComesWhileAnActionRunsWaitsForItsEnd() {
        begin();
        work.afterwards(() -> {
            events.add("complete");
            work.afterwards(() -> events.add("release"));
            events.add("completed");
        });
        work.postProcess(request, task, "done");

        assertThat(events).containsExactly("complete", "completed", "release");
        assertThat(work.underWay()).isFalse();
    }

    @Test
    void anActionThatFailsStopsNoOther() {
        begin();
        work.afterwards(() -> {
            throw new IllegalStateException("fails");
        });
        work.afterwards(() -> events.add("release"));
        try {
            work.postProcess(request, task, "done");
        } catch (IllegalStateException failed) {
            events.add(failed.getMessage());
        }

        assertThat(events).containsExactly("release", "fails");
    }

    private void begin() {
        work.beforeConcurrentHandling(request, task);
        work.preProcess(request, task);
    }
}
