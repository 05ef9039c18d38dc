package io.github.depends.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.depends.Depends;
import io.github.depends.testing.App;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

class TestIdentityTests {

    @Test
    void theHeaderOfTestsMeansNothingWithoutTheTestModule() {
        try (App app = App.start(Pages.class)) {
            assertThat(app.get("/pages", "Depends-Test", "whoever").body()).isEqualTo("20");
            assertThat(app.context().getBeanNamesForType(PlanSelector.class)).isEmpty();
        }
    }

    @RestController
    static class Pages {

        @GetMapping("/pages")
        int pages(@Depends Page page) {
            return page.limit();
        }
    }

    record Page(@RequestParam(defaultValue = "20") int limit) {}
}
