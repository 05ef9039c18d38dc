package io.github.depends.examples.testing;

import static io.github.depends.test.DependencyRequestPostProcessors.dependency;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;

import io.github.depends.Dependencies;
import io.github.depends.Dependency;
import io.github.depends.Depends;
import io.github.depends.security.ApiKey;
import io.github.depends.test.DependencyOverrides;
import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.server.ResponseStatusException;

@SpringBootTest
@AutoConfigureMockMvc
class OverridesTests {

    private final User alice = new User("alice");

    @Autowired
    MockMvc mvc;

    @Autowired
    MockMvcTester tester;

    @Autowired
    DependencyOverrides overrides;

    @Autowired
    Dependencies dependencies;

    @Autowired
    OfficeClock clock;

    @Test
    void replacesInEachForm() {
        Basket basket = new Basket(List.of(new Item("pen")));
        List<Item> items = List.of(new Item("ink"));
        Report report = new Report("one pen sold");

        overrides.replace(User.class).with(alice); // this value, for everyone
        overrides.replace(User.class).by(() -> new User(nextName())); // asked once for each request
        overrides.replace(User.class).by(UserFromHeader.class); // a dependency of its own
        overrides.replace(Basket.class, "second").with(basket); // one of several, by name
        overrides.replace(ApiKey.class, "partnerKey", String.class).with("key"); // value of another type than the class
        overrides.replace(new ParameterizedTypeReference<List<Item>>() {}).with(items);
        overrides.skip(RoleCheck.class); // a dependency that returns void
        overrides.skip(RequireRole.class); // wherever this composed annotation stands
        overrides.outsideRequests().replace(Report.class).with(report); // used by no endpoint, only by Dependencies

        assertThat(tester.get().uri("/me").header("X-User", "bob")).bodyText().isEqualTo("bob");
        assertThat(send("/basket")).isEqualTo("[{\"name\":\"pen\"}]");
        assertThat(send("/partner")).isEqualTo("let in");
        assertThat(send("/items")).isEqualTo("[{\"name\":\"ink\"}]");
        assertThat(tester.delete().uri("/articles/dragons").header("X-User", "bob"))
                .bodyText()
                .isEqualTo("dragons is gone");
        assertThat(dependencies.<Report, RuntimeException>call(open -> open.get(Report.class)))
                .isEqualTo(report);

        overrides.clear(); // back; mocks of fields stay

        assertThat(tester.get().uri("/me").header("X-User", "bob")).hasStatus(HttpStatus.UNAUTHORIZED);
    }

    @Test
    void givesTheOriginalToWhatReplacesIt() {
        overrides.replace(User.class).by(Shouting.class);
        assertThat(tester.get().uri("/me").header("Authorization", "Bearer bob"))
                .bodyText()
                .isEqualTo("BOB");
    }

    @Test
    void givesTheOriginalWithItsAnnotation() {
        overrides.replace(Text.class).by(Loud.class);
        assertThat(tester.get().uri("/greeting").header("Authorization", "Bearer bob"))
                .bodyText()
                .isEqualTo("hello: HELLO");
    }

    @Test
    void checksInOfficeHoursAfterTheOriginal() {
        overrides.replace(RoleCheck.class).by(OnlyInOfficeHours.class);
        clock.hour = 10;
        assertThat(delete("boss")).hasStatusOk();
        assertThat(delete("bob")).hasStatus(FORBIDDEN);
        clock.hour = 20;
        assertThat(delete("boss")).hasStatus(FORBIDDEN);
    }

    @Test
    void replacesForOneRequest() throws Exception {
        mvc.perform(get("/me").with(dependency(User.class, alice))) // DependencyRequestPostProcessors.dependency
                .andExpect(content().string("alice"));

        assertThat(tester.get().uri("/me")).hasStatus(HttpStatus.UNAUTHORIZED);
    }

    @Test
    void asksASupplierOnceForEachRequest() {
        overrides.replace(User.class).by(() -> new User(nextName()));
        assertThat(send("/me")).isEqualTo("user 1");
        assertThat(send("/me")).isEqualTo("user 2");
    }

    private MvcTestResult delete(String token) {
        return tester.delete()
                .uri("/articles/dragons")
                .header("Authorization", "Bearer " + token)
                .exchange();
    }

    private int names;

    private String nextName() {
        names++;
        return "user " + names;
    }

    private String send(String path) {
        try {
            return tester.get()
                    .uri(path)
                    .header("X-User", "bob")
                    .exchange()
                    .getResponse()
                    .getContentAsString();
        } catch (UnsupportedEncodingException thrown) {
            throw new UncheckedIOException(thrown);
        }
    }

    /** A clock that shows what it is told to. */
    @TestConfiguration(proxyBeanMethods = false)
    static class OfficeClock extends Clock {

        private int hour;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return fixed(instant(), zone);
        }

        @Override
        public Instant instant() {
            return LocalDate.EPOCH.atTime(hour, 0).toInstant(ZoneOffset.UTC);
        }
    }

    static class Shouting {

        @Dependency
        User user(@Depends User original) {
            return new User(original.name().toUpperCase(Locale.ROOT));
        }
    }

    static class Loud {

        @Dependency
        Text text(Say say, @Depends Text original) {
            return new Text(say.value() + ": " + original.value().toUpperCase(Locale.ROOT));
        }
    }

    static class OnlyInOfficeHours {

        @Dependency
        void check(RequireRole required, @Depends(RoleCheck.class) Void original, @Depends Clock clock) {
            int hour = LocalTime.now(clock).getHour();
            if (hour < 9 || hour >= 17) {
                throw new ResponseStatusException(FORBIDDEN);
            }
        }
    }

    static class UserFromHeader {

        @Dependency
        User user(@RequestHeader("X-User") String name) {
            return new User(name);
        }
    }
}
