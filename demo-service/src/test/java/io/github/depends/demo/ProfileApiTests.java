package io.github.depends.demo;

import static io.github.depends.demo.Refusals.notFound;

import io.github.depends.demo.Conduit.Member;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

@ConduitTest
class ProfileApiTests {

    @Autowired
    Conduit conduit;

    @Test
    void showsAProfileToAStranger() {
        Member celeb = conduit.register();
        conduit.stranger()
                .get("/api/profiles/{name}", celeb.username())
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.profile.username")
                .isEqualTo(celeb.username())
                .jsonPath("$.profile.following")
                .isEqualTo(false)
                .jsonPath("$.profile.length()")
                .isEqualTo(4);
    }

    @Test
    void followsAndUnfollows() {
        Member celeb = conduit.register();
        Member fan = conduit.register();
        String follow = "/api/profiles/" + celeb.username() + "/follow";
        following(fan.client().post(follow), true);
        following(fan.client().post(follow), true);
        following(fan.client().get("/api/profiles/{name}", celeb.username()), true);
        following(celeb.client().get("/api/profiles/{name}", celeb.username()), false);
        following(fan.client().delete(follow), false);
        following(fan.client().get("/api/profiles/{name}", celeb.username()), false);
    }

    @Test
    void doesNotKnowEveryone() {
        Member member = conduit.register();
        notFound(conduit.stranger().get("/api/profiles/nobody"), "profile not found");
        notFound(member.client().get("/api/profiles/nobody"), "profile not found");
        notFound(member.client().post("/api/profiles/nobody/follow"), "profile not found");
        notFound(member.client().delete("/api/profiles/nobody/follow"), "profile not found");
    }

    private static void following(ResponseSpec answer, boolean following) {
        answer.expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.profile.following")
                .isEqualTo(following);
    }
}
