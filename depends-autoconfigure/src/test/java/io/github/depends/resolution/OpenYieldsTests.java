package io.github.depends.resolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.depends.DependencyScope;
import io.github.depends.Yield;
import io.github.depends.graph.Fault;
import io.github.depends.graph.Provider;
import io.github.depends.graph.Site;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.core.ResolvableType;

/** What is opened while another thread ends the request, one step at a time. */
class OpenYieldsTests {

    private final List<String> events = new ArrayList<>();
    private final OpenYields yields = new OpenYields("GET /", new LateFailures(List::of));

    @Test
    void aPlaceThatIsKeptAfterTheEndLeavesTheOthersToBeClosed() throws Exception {
        yields.open(logged("first"), provider(), DependencyScope.REQUEST);
        yields.complete(null, false);
        int place = yields.reserve();
        yields.release(null, false);

        assertThat(events).containsExactly("first success", "first close");
        assertThatExceptionOfType(AbandonedException.class)
                .isThrownBy(() -> yields.open(logged("second"), provider(), DependencyScope.REQUEST, place));
        assertThat(events).containsExactly("first success", "first close", "second error", "second close");
    }

    @Test
    void aFailureThatCannotBeLoggedKeepsNoOtherYieldOpen() throws Exception {
        yields.open(logged("first"), provider(), DependencyScope.REQUEST);
        yields.open(
                Yield.of("second").onClose(value -> {
                    throw new Unreadable();
                }),
                provider(),
                DependencyScope.REQUEST);
        yields.complete(null, false);
        yields.release(null, false);

        assertThat(events).containsExactly("first success", "first close");
    }

    @Test
    void aFailureThatCannotBeReadKeepsNoOtherYieldOpen() throws Exception {
        yields.open(logged("first"), provider(), DependencyScope.REQUEST);
        yields.open(
                Yield.of("second").onError((value, failure) -> {
                    throw new Unreadable();
                }),
                provider(),
                DependencyScope.REQUEST);
        Throwable failure = yields.complete(new IllegalStateException(), false);
        yields.release(failure, false);

        assertThat(failure).isInstanceOf(Unreadable.class);
        assertThat(events).containsExactly("first error", "first close");
    }

    @Test
    void aListenerThatFailsKeepsNoOtherYieldOpen() throws Exception {
        OpenYields counted = new OpenYields("GET /", new LateFailures(() -> {
            throw new LinkageError();
        }));
        counted.open(logged("first"), provider(), DependencyScope.REQUEST);
        counted.open(
                Yield.of("second").onClose(value -> {
                    throw new IllegalStateException();
                }),
                provider(),
                DependencyScope.REQUEST);
        counted.complete(null, false);
        counted.release(null, false);

        assertThat(events).containsExactly("first success", "first close");
    }

    @Test
    void aPlaceThatStaysEmptyIsPassedOver() throws Exception {
        yields.open(logged("first"), provider(), DependencyScope.FUNCTION);
        yields.reserve();
        int place = yields.reserve();
        yields.open(logged("fourth"), provider(), DependencyScope.FUNCTION);
        yields.open(logged("third"), provider(), DependencyScope.FUNCTION, place);
        yields.complete(null, false);

        assertThat(events)
                .containsExactly(
                        "fourth success",
                        "third success",
                        "first success",
                        "fourth close",
                        "third close",
                        "first close");
    }

    private Yield<String> logged(String name) {
        return Yield.of(name)
                .onSuccess(value -> events.add(value + " success"))
                .onError((value, failure) -> events.add(value + " error"))
                .onClose(value -> events.add(value + " close"));
    }

    private static Provider provider() {
        ResolvableType type = ResolvableType.forClass(String.class);
        return new Provider.OfMissing(type, type, "", new Fault("", Site.of(""), ""));
    }

    /** An exception of an application that cannot tell what has happened. */
    private static final class Unreadable extends RuntimeException {

        @Override
        public String getMessage() {
            throw new IllegalStateException("The message cannot be read");
        }

        @Override
        public synchronized Throwable getCause() {
            throw new IllegalStateException("The cause cannot be read");
        }
    }
}
