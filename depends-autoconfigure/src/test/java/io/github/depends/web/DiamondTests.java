package io.github.depends.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.depends.Depends;
import io.github.depends.testing.App;
import io.github.depends.testing.Events;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

class DiamondTests {

    @Test
    void resolvesEachOfThirtyLevelsOnceAlthoughABillionPathsLeadDown() {
        try (App app = App.start(Home.class)) {
            assertThat(app.get("/top").body()).isEqualTo("true");
            assertThat(app.events().list())
                    .containsExactlyElementsOf(IntStream.rangeClosed(0, 30)
                            .mapToObj(level -> "level " + level)
                            .toList());
        }
    }

    @RestController
    static class Home {

        @GetMapping("/top")
        boolean top(@Depends L30 one, @Depends L30 other) {
            return one == other && one.left() == one.right();
        }
    }

    record L0(@Depends Events events) {
        L0 {
            events.add("level 0");
        }
    }

    record L1(@Depends L0 left, @Depends L0 right, @Depends Events events) {
        L1 {
            events.add("level 1");
        }
    }

    record L2(@Depends L1 left, @Depends L1 right, @Depends Events events) {
        L2 {
            events.add("level 2");
        }
    }

    record L3(@Depends L2 left, @Depends L2 right, @Depends Events events) {
        L3 {
            events.add("level 3");
        }
    }

    record L4(@Depends L3 left, @Depends L3 right, @Depends Events events) {
        L4 {
            events.add("level 4");
        }
    }

    record L5(@Depends L4 left, @Depends L4 right, @Depends Events events) {
        L5 {
            events.add("level 5");
        }
    }

    record L6(@Depends L5 left, @Depends L5 right, @Depends Events events) {
        L6 {
            events.add("level 6");
        }
    }

    record L7(@Depends L6 left, @Depends L6 right, @Depends Events events) {
        L7 {
            events.add("level 7");
        }
    }

    record L8(@Depends L7 left, @Depends L7 right, @Depends Events events) {
        L8 {
            events.add("level 8");
        }
    }

    record L9(@Depends L8 left, @Depends L8 right, @Depends Events events) {
        L9 {
            events.add("level 9");
        }
    }

    record L10(@Depends L9 left, @Depends L9 right, @Depends Events events) {
        L10 {
            events.add("level 10");
        }
    }

    record L11(
            @Depends L10 left, @Depends L10 right, @Depends Events events) {
        L11 {
            events.add("level 11");
        }
    }

    record L12(
            @Depends L11 left, @Depends L11 right, @Depends Events events) {
        L12 {
            events.add("level 12");
        }
    }

    record L13(
            @Depends L12 left, @Depends L12 right, @Depends Events events) {
        L13 {
            events.add("level 13");
        }
    }

    record L14(
            @Depends L13 left, @Depends L13 right, @Depends Events events) {
        L14 {
            events.add("level 14");
        }
    }

    record L15(
            @Depends L14 left, @Depends L14 right, @Depends Events events) {
        L15 {
            events.add("level 15");
        }
    }

    record L16(
            @Depends L15 left, @Depends L15 right, @Depends Events events) {
        L16 {
            events.add("level 16");
        }
    }

    record L17(
            @Depends L16 left, @Depends L16 right, @Depends Events events) {
        L17 {
            events.add("level 17");
        }
    }

    record L18(
            @Depends L17 left, @Depends L17 right, @Depends Events events) {
        L18 {
            events.add("level 18");
        }
    }

    record L19(
            @Depends L18 left, @Depends L18 right, @Depends Events events) {
        L19 {
            events.add("level 19");
        }
    }

    record L20(
            @Depends L19 left, @Depends L19 right, @Depends Events events) {
        L20 {
            events.add("level 20");
        }
    }

    record L21(
            @Depends L20 left, @Depends L20 right, @Depends Events events) {
        L21 {
            events.add("level 21");
        }
    }

    record L22(
            @Depends L21 left, @Depends L21 right, @Depends Events events) {
        L22 {
            events.add("level 22");
        }
    }

    record L23(
            @Depends L22 left, @Depends L22 right, @Depends Events events) {
        L23 {
            events.add("level 23");
        }
    }

    record L24(
            @Depends L23 left, @Depends L23 right, @Depends Events events) {
        L24 {
            events.add("level 24");
        }
    }

    record L25(
            @Depends L24 left, @Depends L24 right, @Depends Events events) {
        L25 {
            events.add("level 25");
        }
    }

    record L26(
            @Depends L25 left, @Depends L25 right, @Depends Events events) {
        L26 {
            events.add("level 26");
        }
    }

    record L27(
            @Depends L26 left, @Depends L26 right, @Depends Events events) {
        L27 {
            events.add("level 27");
        }
    }

    record L28(
            @Depends L27 left, @Depends L27 right, @Depends Events events) {
        L28 {
            events.add("level 28");
        }
    }

    record L29(
            @Depends L28 left, @Depends L28 right, @Depends Events events) {
        L29 {
            events.add("level 29");
        }
    }

    record L30(
            @Depends L29 left, @Depends L29 right, @Depends Events events) {
        L30 {
            events.add("level 30");
        }
    }
}
