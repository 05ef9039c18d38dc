package io.github.depends.demo.profiles;

import io.github.depends.Depends;
import io.github.depends.demo.auth.Viewer;
import io.github.depends.demo.database.ReadOnly;
import io.github.depends.demo.users.User;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows profiles to everyone; signed-in users follow them. */
@RestController
@RequestMapping("/api/profiles/{username}")
class ProfileController {

    @ReadOnly
    @GetMapping
    ProfileResponse profile(@Depends Viewer viewer, @Depends ProfileOwner owner, @Depends ProfileRepository profiles) {
        return new ProfileResponse(profiles.view(owner.id(), viewer.userId()));
    }

    @PostMapping("/follow")
    ProfileResponse follow(@Depends User user, @Depends ProfileOwner owner, @Depends ProfileRepository profiles) {
        profiles.follow(user.id(), owner.id());
        return new ProfileResponse(profiles.view(owner.id(), user.id()));
    }

    @DeleteMapping("/follow")
    ProfileResponse unfollow(@Depends User user, @Depends ProfileOwner owner, @Depends ProfileRepository profiles) {
        profiles.unfollow(user.id(), owner.id());
        return new ProfileResponse(profiles.view(owner.id(), user.id()));
    }

    record ProfileResponse(Profile profile) {}
}
