package io.github.depends.test.shop;

import io.github.depends.Depends;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Two controllers that only their media types tell apart. */
final class Offers {

    private Offers() {}

    static final class Plain {

        @RestController("plainOffers")
        static class Version {

            @GetMapping(path = "/twofold-catalogue", produces = MediaType.TEXT_PLAIN_VALUE)
            String offers(@Depends Page page) {
                return "offers " + page.limit();
            }
        }
    }

    static final class Guarded {

        @RestController("guardedOffers")
        static class Version {

            @RequireRole("boss")
            @GetMapping(path = "/twofold-catalogue", produces = MediaType.TEXT_HTML_VALUE)
            String offers(@Depends Page page) {
                return "offers " + page.limit();
            }
        }
    }
}
