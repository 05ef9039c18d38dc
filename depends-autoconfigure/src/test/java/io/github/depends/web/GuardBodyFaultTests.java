package io.github.depends.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.depends.Dependency;
import io.github.depends.Depends;
import io.github.depends.testing.App;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import org.junit.jupiter.api.Test;
import org.springframework.stereotype.Component;
import org.springframework.test.json.JsonContent;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

class GuardBodyFaultTests {

    @Test
    void aFaultInTheBodyOfAGuardIsToldWithTheParametersOfTheGuardsBehindIt() {
        try (App app = App.start(Signature.class, Quota.class, Messages.class)) {
            assertThat(new JsonContent(
                            app.post("/messages?own=x", "{\"text\":\"\"}").body()))
                    .isLenientlyEqualTo("{\"errors\":[{\"in\":\"body\",\"name\":\"text\",\"code\":\"NotBlank\"},"
                            + "{\"in\":\"header\",\"name\":\"X-Quota\",\"code\":\"missing\"}]}")
                    .extractingPath("$.errors.length()")
                    .isEqualTo(2);
        }
    }

    record Message(@NotBlank String text) {}

    @Component
    static class Signature {

        @Dependency
        void signed(@Valid @RequestBody Message message) {}
    }

    @Component
    static class Quota {

        @Dependency
        void quota(@RequestHeader("X-Quota") int quota) {}
    }

    @RestController
    static class Messages {

        @PostMapping("/messages")
        @Depends(Signature.class)
        @Depends(Quota.class)
        String send(@RequestParam int own) {
            return "sent " + own;
        }
    }
}
