package io.github.depends.test.shop;

import io.github.depends.DependsConfigurer;
import io.github.depends.DependsRegistry;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.server.ResponseStatusException;

/** Guards all of the shop; a slice keeps it. */
@Component
public class Secured implements DependsConfigurer {

    @Override
    public void configureDependencies(DependsRegistry registry) {
        registry.depends(NotBlocked.class);
        registry.path("/reports/**").depends(ReportCheck.class);
    }

    /** Refuses blocked clients; needs no bean. */
    public record NotBlocked(
            @RequestHeader(name = "X-Client", defaultValue = "known")
            String client) {

        public NotBlocked {
            if (client.equals("blocked")) {
                throw new ResponseStatusException(HttpStatus.FORBIDDEN);
            }
        }
    }
}
