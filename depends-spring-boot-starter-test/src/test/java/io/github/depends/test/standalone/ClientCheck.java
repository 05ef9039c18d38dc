package io.github.depends.test.standalone;

import io.github.depends.Dependency;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.server.ResponseStatusException;

/** Guards the package. */
public class ClientCheck {

    @Dependency
    void check(@RequestHeader(name = "X-Client", defaultValue = "known") String client) {
        if (client.equals("blocked")) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }
}
