package io.github.depends.test;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.depends.Dependency;
import io.github.depends.Depends;
import io.github.depends.Yield;
import io.github.depends.security.AnyScheme;
import io.github.depends.security.ApiKey;
import io.github.depends.security.HttpBearer;
import io.github.depends.security.SchemeCredentials;
import io.github.depends.security.SecurityScopes;
import io.github.depends.test.shop.Access;
import io.github.depends.test.shop.Admin;
import io.github.depends.test.shop.Log;
import io.github.depends.test.shop.Page;
import io.github.depends.test.shop.RequireBoss;
import io.github.depends.test.shop.RequireRole;
import io.github.depends.test.shop.RoleCheck;
import io.github.depends.test.shop.Secured.NotBlocked;
import io.github.depends.test.shop.Tenant;
import io.github.depends.test.shop.Unused;
import io.github.depends.test.shop.User;
import java.io.UnsupportedEncodingException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

@ShopTest
class DependencyOverridesTests {

    private static final User ALICE = new User("alice");

    @Autowired
    DependencyOverrides overrides;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Log log;

    @BeforeEach
    void forget() {
        log.take();
    }

    @Test
    void givesAValueAndResolvesNothingThatOnlyTheReplacedNeeded() {
        overrides.replace(User.class).with(ALICE);
        assertThat(text("/me")).isEqualTo("alice");
        assertThat(log.take()).isEmpty();
    }

    @Test
    void isUndoneAfterEachTestMethod() {
        assertThat(mvc.get().uri("/me")).hasStatus(401);
    }

    @Test
    void asksASupplierOnceForEachRequest() {
        AtomicInteger asked = new AtomicInteger();
        overrides.replace(User.class).by(() -> new User("user " + asked.incrementAndGet()));
        assertThat(text("/me")).isEqualTo("user 1");
        assertThat(text("/me")).isEqualTo("user 2");
    }

    @Test
    void callsAClassWithParametersAndDependenciesOfItsOwn() {
        overrides.replace(User.class).by(FromHeader.class);
        MvcTestResult answer = mvc.get().uri("/me").header("X-User", "bob").exchange();
        assertThat(answer).bodyText().isEqualTo("bob of 20");
        assertThat(mvc.get().uri("/me?limit=101").header("X-User", "bob"))
                .hasStatus(400)
                .bodyText()
                .contains("\"name\":\"limit\"");
    }

    @Test
    void givesTheOriginalToItsReplacement() {
        overrides.replace(User.class).by(Shouting.class);
        assertThat(mvc.get().uri("/me").header("Authorization", "Bearer carol"))
                .bodyText()
                .isEqualTo("CAROL");
        assertThat(mvc.get().uri("/me")).hasStatus(401);
    }

    @Test
    void callsAConstructorAndAYield() {
        overrides.replace(Page.class).by(LongPage.class);
        overrides.replace(Access.Connection.class).by(FakeConnection.class);
        overrides.replace(User.class).with(ALICE);
        assertThat(mvc.get().uri("/orders?most=7").header("X-Tenant", "acme"))
                .bodyText()
                .isEqualTo("alice 7 acme");
        assertThat(text("/connection")).isEqualTo("fake");
        assertThat(log.take()).containsExactly("handle", "rollback");
    }

    @Test
    void replacesAYieldByAValueThatHasNothingToClose() {
        overrides.replace(Access.Connection.class).with(new Access.Connection("plain"));
        assertThat(text("/connection")).isEqualTo("plain");
        assertThat(log.take()).containsExactly("handle");
    }

    @Test
    void readsABodyForAReplacementWhereThereWasNone() {
        overrides.replace(User.class).by(FromBody.class);
        assertThat(mvc.get().uri("/me").contentType("text/plain").content("erin"))
                .bodyText()
                .isEqualTo("erin");
    }

    @Test
    void replacesWhatAReplacementNeeds() {
        overrides.replace(Page.class).with(new Page(3));
        overrides.replace(User.class).by(FromHeader.class);
        assertThat(mvc.get().uri("/me").header("X-User", "bob")).bodyText().isEqualTo("bob of 3");
    }

    @Test
    void replacesWhatOnlyAReplacementNeeds() {
        overrides.replace(User.class).by(WithVoucher.class);
        overrides.replace(Unused.Voucher.class).with(new Unused.Voucher() {
            @Override
            public String toString() {
                return "ten percent";
            }
        });
        assertThat(text("/me")).isEqualTo("ten percent");
    }

    @Test
    void replacesBelowWhatIsAsked() {
        overrides.replace(Tenant.class).with(new Tenant("acme"));
        assertThat(text("/prices")).isEqualTo("[\"acme 1\",\"acme 2\"]");
    }

    @Test
    void tellsTypesWithArgumentsApart() {
        overrides.replace(new ParameterizedTypeReference<List<Integer>>() {}).with(List.of(7));
        assertThat(text("/stock")).isEqualTo("[7]");
        overrides.replace(new ParameterizedTypeReference<List<String>>() {}).by(() -> List.of("free"));
        assertThat(text("/prices")).isEqualTo("[\"free\"]");
    }

    @Test
    void replacesAmongSeveralByName() {
        overrides.replace(Access.Basket.class, "second").with(new Access.Basket("replaced"));
        assertThat(text("/baskets")).isEqualTo("first replaced");
    }

    @Test
    void replacesTheCredentialsOfASchemeAndWhatAHolderDeclares() {
        overrides.replace(ApiKey.class, "partnerKey", String.class).with("planted-5ecret");
        assertThat(text("/partner")).isEqualTo("partner planted-5ecret");
        overrides.replace(Access.class, "partner", String.class).with("direct");
        assertThat(text("/partner")).isEqualTo("direct");
        overrides.replace(HttpBearer.class, String.class).with("dave");
        assertThat(text("/me")).isEqualTo("dave");
    }

    @Test
    void replacesTheCredentialsOfOneOfSeveralSchemes() {
        assertThat(mvc.get().uri("/either")).hasStatus(401);
        overrides
                .replace(AnyScheme.class, SchemeCredentials.class)
                .with(new SchemeCredentials("apiKey", "planted-5ecret"));
        assertThat(text("/either")).isEqualTo("apiKey planted-5ecret");
        overrides.replace(AnyScheme.class, SchemeCredentials.class).by(() -> new SchemeCredentials("bearer", "t0ken"));
        assertThat(text("/either")).isEqualTo("bearer t0ken");
    }

    @Test
    void skipsACheckEverywhere() {
        overrides.skip(RoleCheck.class);
        assertThat(text("/boss")).isEqualTo("boss");
        assertThat(text("/clerk?number=1")).isEqualTo("clerk 1");
    }

    @Test
    void skipsTheUsesOfAComposedAnnotation() {
        overrides.skip(RequireRole.class);
        assertThat(text("/boss")).isEqualTo("boss");
    }

    @Test
    void letsTheLastCountAlsoBetweenACheckAndItsAnnotations() {
        overrides.skip(RequireRole.class);
        overrides.replace(RoleCheck.class).by(Strict.class);
        assertThat(mvc.get().uri("/boss")).hasStatus(418);
        overrides.skip(RequireBoss.class);
        assertThat(text("/greetings/boss")).isEqualTo("hello boss");
        assertThat(mvc.get().uri("/boss")).hasStatus(418);
        overrides.skip(RequireRole.class);
        assertThat(text("/boss")).isEqualTo("boss");
        overrides.replace(RequireRole.class).by(Strict.class);
        assertThat(mvc.get().uri("/greetings/boss")).hasStatus(418);
    }

    @Test
    void replacesACheckByAnother() {
        overrides.replace(RoleCheck.class).by(Strict.class);
        assertThat(mvc.get().uri("/clerk?number=x")).hasStatus(418);
    }

    @Test
    void keepsGuardsInFront() {
        overrides.replace(Admin.class).by(() -> {
            throw new ResponseStatusException(HttpStatus.I_AM_A_TEAPOT);
        });
        assertThat(mvc.get().uri("/admin?number=x")).hasStatus(418);
        overrides.replace(HttpBearer.class, String.class).with("planted-5ecret");
        overrides.replace(User.class).by(() -> {
            throw new ResponseStatusException(HttpStatus.GONE);
        });
        assertThat(mvc.get().uri("/clerk?number=x")).hasStatus(410);
        assertThat(mvc.get().uri("/orders?limit=x")).hasStatus(410);
    }

    @Test
    void replacesTheUsesOfTheWholeApplication() {
        overrides.replace(NotBlocked.class).by(Strict.class);
        assertThat(mvc.get().uri("/greetings/page?limit=x")).hasStatus(418);
        overrides.skip(NotBlocked.class);
        assertThat(mvc.get().uri("/stock").header("X-Client", "blocked")).hasStatusOk();
    }

    @Test
    void asksOnceMoreForAUseThatDoesNotShare() {
        overrides.replace(Access.Basket.class, "first").by(() -> new Access.Basket("new"));
        assertThat(text("/twins")).isEqualTo("false");
    }

    @Test
    void replacesOneOfATypeInsideTheReplacementOfAnother() {
        overrides.replace(Access.Basket.class, "first").by(OfTheSecond.class);
        overrides.replace(Access.Basket.class, "second").with(new Access.Basket("replaced"));
        assertThat(text("/baskets")).isEqualTo("of replaced replaced");
    }

    @Test
    void plansOnceForEachSet() {
        overrides.replace(User.class).with(ALICE);
        Object plans = plans("/me");
        assertThat(plans).isNotNull().isSameAs(plans("/me")).isSameAs(plans("/orders"));
        overrides.replace(Page.class).with(new Page(1));
        assertThat(plans("/me")).isNotSameAs(plans).isSameAs(plans("/stock"));
        overrides.clear();
        assertThat(plans("/me")).isNotSameAs(plans);
    }

    private Object plans(String path) {
        return mvc.get().uri(path).exchange().getRequest().getAttribute(TestPlanSelector.PLANS);
    }

    @Test
    void keepsTheScopesOfTheUse() {
        overrides.replace(Access.Granted.class).by(Scopes.class);
        assertThat(text("/granted")).isEqualTo("granted orders:read");
        overrides.replace(Access.Granted.class).with(new Access.Granted("all"));
        assertThat(text("/granted")).isEqualTo("all");
    }

    @Test
    void allowsForNoValueWhereTheUseDoes() {
        overrides.replace(Page.class).with(new Page(1));
        overrides.replace(User.class).with(ALICE);
        assertThat(text("/guests")).isEqualTo("alice");
        assertThat(text("/lazy?ask=true")).isEqualTo("limit 1");
    }

    @Test
    void servesAsynchronousEndpointsAndTasks() {
        overrides.replace(User.class).with(ALICE);
        assertThat(text("/later")).isEqualTo("alice");
        assertThat(text("/task")).isEqualTo("accepted");
        log.await("mailed alice");
    }

    @Test
    void givesTheReplacementToExceptionHandlers() {
        overrides.replace(User.class).with(ALICE);
        assertThat(mvc.get().uri("/failing")).hasStatus(409).bodyText().isEqualTo("failed for alice");
    }

    @Test
    void letsTheLastReplacementCountAndGoesBack() {
        overrides.replace(User.class).with(ALICE);
        overrides.replace(User.class).with(new User("bob"));
        assertThat(text("/me")).isEqualTo("bob");
        overrides.clear();
        assertThat(mvc.get().uri("/me")).hasStatus(401);
    }

    @Test
    void comesAsAParameter(@Autowired DependencyOverrides parameter) {
        parameter.replace(User.class).with(ALICE);
        assertThat(text("/me")).isEqualTo("alice");
    }

    private String text(String path) {
        try {
            return mvc.get().uri(path).exchange().getResponse().getContentAsString();
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static class FromHeader {

        @Dependency
        User user(@RequestHeader("X-User") String name, @Depends Page page) {
            return new User(name + " of " + page.limit());
        }
    }

    static class FromBody {

        @Dependency
        static User user(@RequestBody String name) {
            return new User(name);
        }
    }

    static class Shouting {

        @Dependency
        User user(@Depends User original) {
            return new User(original.name().toUpperCase(Locale.ROOT));
        }
    }

    static class WithVoucher {

        @Dependency
        static User user(@Depends Unused.Voucher voucher) {
            return new User(voucher.toString());
        }
    }

    static class LongPage {

        @Dependency
        static Page page(@RequestParam int most) {
            return new Page(most);
        }
    }

    static class FakeConnection {

        private final Log log;

        FakeConnection(Log log) {
            this.log = log;
        }

        @Dependency
        Yield<Access.Connection> connection() {
            return Yield.of(new Access.Connection("fake")).onClose(connection -> log.add("rollback"));
        }
    }

    static class Strict {

        @Dependency
        void check() {
            throw new ResponseStatusException(HttpStatus.I_AM_A_TEAPOT);
        }
    }

    static class OfTheSecond {

        @Dependency
        static Access.Basket basket(@Depends(name = "second") Access.Basket second) {
            return new Access.Basket("of " + second.name());
        }
    }

    static class Scopes {

        @Dependency
        Access.Granted granted(SecurityScopes scopes) {
            return new Access.Granted("granted " + scopes.scopeString());
        }
    }
}
