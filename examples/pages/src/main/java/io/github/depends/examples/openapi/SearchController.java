package io.github.depends.examples.openapi;

import io.github.depends.Depends;
import io.github.depends.security.ApiKey;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SearchController {

    @Depends(Plans.class)
    @GetMapping("/search")
    String search(@Depends Viewer viewer) {
        return "found for " + viewer.name();
    }

    @GetMapping("/partners")
    String partners(
            @Depends(value = ApiKey.class, name = "partnerKey") String key,
            @Depends(value = ApiKey.class, name = "sessionCookie") @Nullable String session) {
        return session == null ? "a partner" : "a partner's user";
    }
}
