package io.github.depends.demo.profiles;

import io.github.depends.Dependency;
import io.github.depends.Depends;
import io.github.depends.demo.users.UserRepository;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** Finds the user whose name is in the path. */
@Component
class ProfileOwners {

    @Dependency
    @ApiResponse(responseCode = "404", ref = "404")
    ProfileOwner profileOwner(@PathVariable String username, @Depends UserRepository users) {
        return users.findByUsername(username)
                .map(ProfileOwner::new)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "profile not found"));
    }
}
