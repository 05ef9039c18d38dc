package io.github.depends.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.depends.Dependency;
import io.github.depends.DependencyScope;
import io.github.depends.Depends;
import io.github.depends.Yield;
import io.github.depends.security.ApiKey;
import io.github.depends.security.OAuth2PasswordBearer;
import io.github.depends.test.shop.Access;
import io.github.depends.test.shop.Orders;
import io.github.depends.test.shop.Page;
import io.github.depends.test.shop.RequireRole;
import io.github.depends.test.shop.RoleCheck;
import io.github.depends.test.shop.Unused;
import io.github.depends.test.shop.User;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.List;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.bind.annotation.RequestHeader;

@ShopTest
class MissedOverridesTests {

    @Autowired
    DependencyOverrides overrides;

    @Autowired
    MockMvcTester mvc;

    @Test
    void refusesAnUnknownType() {
        refused(() -> overrides.replace(Usher.class).with(new Usher()))
                .accept("'Usher' is no dependency of this application. Nearest: User (Access.user), ");
    }

    @Test
    void refusesAnUnknownTypeWithArguments() {
        refused(() -> overrides
                        .replace(new ParameterizedTypeReference<List<Long>>() {})
                        .with(List.of()))
                .accept(
                        "'List<Long>' is no dependency of this application. Nearest: List<String> (Access.prices), List<Integer> (Access.stock)");
    }

    @Test
    void refusesAnUnknownName() {
        refused(() -> overrides.replace(Access.Basket.class, "frst").with(new Access.Basket("x")))
                .accept("'Basket' named 'frst' is not among the dependencies of that type: Access.first, Access.second."
                        + " Correct the name. Did you mean 'first'?");
    }

    @Test
    void refusesWhatCouldMeanSeveral() {
        refused(() -> overrides.replace(Access.Basket.class).with(new Access.Basket("x")))
                .accept(
                        "'Basket' means more than one thing: Access.first, Access.second. Say which: name = \"first\".");
    }

    @Test
    void refusesWhatNoEndpointUses() {
        refused(() -> overrides.replace(Unused.Voucher.class).with(new Unused.Voucher()))
                .accept("'Unused.voucher' is a dependency, but no endpoint uses it, so that replacing it would change"
                        + " nothing. In use, nearest first: ");
        refused(() -> overrides.replace(Unused.Coupon.class).with(new Unused.Coupon()))
                .accept(
                        "'Unused.coupon' is a dependency, but no endpoint uses it, so that replacing it would change nothing"
                                + " (exception handlers get only what an endpoint has resolved). In use, nearest first: ");
        refused(() -> overrides.replace(ApiKey.class, "adminKey", String.class).with("planted-5ecret"))
                .accept("'adminKey' is a dependency, but no endpoint uses it");
    }

    @Test
    void refusesTheUnknownOutsideRequestsToo() {
        refused(() -> overrides.outsideRequests().replace(Usher.class).with(new Usher()))
                .accept("'Usher' is no dependency of this application. Nearest: ");
    }

    @Test
    void refusesWhatIsNeverADependency() {
        refused(() -> overrides.replace(Orders.class).with(null))
                .accept(
                        "'orders' is a Spring bean that no endpoint uses as a dependency, so that replacing it would change"
                                + " nothing. Replace the bean with @MockitoBean. In use, nearest first: ");
        refused(() -> overrides.replace(String.class).with("x"))
                .accept("'String' is a plain value type, which alone means nothing. Give the name of the dependency");
        refused(() -> overrides
                        .replace(OAuth2PasswordBearer.class, String.class)
                        .with("planted-5ecret"))
                .accept("'OAuth2PasswordBearer' is no dependency of this application. Nearest: ");
    }

    @Test
    void refusesAnotherTypeThanTheDependencyGives() {
        refused(() -> overrides.replace(ApiKey.class, "partnerKey").with(null))
                .accept(
                        "'partnerKey' gives String and not ApiKey. Say so: overrides.replace(ApiKey.class, \"partnerKey\", String.class).");
        refused(() -> overrides.replace(User.class).by(MakesPages.class))
                .accept(
                        "The replacement of 'Access.user' gives Page, but RoleCheck.check(RequireRole, User) needs User.");
        refused(() -> overrides.replace(User.class).with(null)).accept("'Access.user' would have no value, but ");
        overrides.replace(Object.class, "partner").by(() -> 1);
        assertThat(mvc.get().uri("/partner"))
                .failure()
                .hasRootCauseMessage("The replacement of 'Access.partner' gave a Integer instead of a String");
    }

    @Test
    void refusesToSkipAValueAndToReplaceACheckByOne() {
        refused(() -> overrides.skip(Page.class)).accept("'Page' would have no value, but ");
        refused(() -> overrides.skip(Lonely.class))
                .accept("No endpoint uses @Lonely. Nearest: @RequireRole, @RequireBoss.");
        refused(() -> overrides.skip(RequireRole.class, "clerk"))
                .accept("'clerk' is a name beside the composed annotation @RequireRole.");
        refused(() -> overrides.replace(RoleCheck.class).with(null))
                .accept(
                        "'RoleCheck.check' is a mere check and has no value. Write overrides.skip(RoleCheck.class), or ");
    }

    @Test
    void checksAClassWhenItIsGiven() {
        refused(() -> overrides.replace(Page.class).by(NeedsNobody.class)).accept("'Usher', used by NeedsNobody.page(");
        refused(() -> overrides.replace(Page.class).by(Forgets.class))
                .accept("nothing says where its parameter 'limit' comes from.");
        refused(() -> overrides.replace(Page.class).by(Object.class))
                .accept("'Object' has neither a @Dependency method nor a constructor that could be called.");
        refused(() -> overrides.replace(Page.class).by(Inner.class)).accept("'Inner' cannot be made: ");
        refused(() -> overrides.replace(Page.class).by(Unfinished.class))
                .accept("'Unfinished' cannot be made: Error creating bean with name ");
        refused(() -> overrides.replace(Page.class).by(Twice.class))
                .accept("'Twice' has 2 @Dependency methods that give Page.");
    }

    @Test
    void checksScopesWhenAClassIsGiven() {
        refused(() -> overrides.replace(User.class).by(LongUser.class))
                .accept("'Access.user (replaced)' stays open until the response has been written (REQUEST), but uses"
                        + " 'Access.connection', which is closed before (FUNCTION)");
    }

    @Test
    void leavesEverythingAsItWasAfterAMiss() {
        overrides.replace(User.class).with(new User("alice"));
        refused(() -> overrides.replace(Usher.class).with(new Usher())).accept("'Usher'");
        assertThat(mvc.get().uri("/me")).bodyText().isEqualTo("alice");
    }

    @Test
    void refusesOtherThreads() throws InterruptedException {
        Thread[] threads = {
            new Thread(() -> assertThatIllegalStateException()
                    .isThrownBy(overrides::clear)
                    .withMessageStartingWith(
                            "No test method of this application context is under way on this thread (other)"))
        };
        Throwable[] thrown = new Throwable[1];
        threads[0].setName("other");
        threads[0].setUncaughtExceptionHandler((thread, failure) -> thrown[0] = failure);
        threads[0].start();
        threads[0].join();
        assertThat(thrown[0]).isNull();
    }

    private Consumer<String> refused(ThrowingCallable call) {
        return message -> {
            String told = assertThatIllegalArgumentException()
                    .isThrownBy(call)
                    .actual()
                    .getMessage();
            assertThat(told).contains(message);
        };
    }

    static class Usher {}

    @Retention(RetentionPolicy.RUNTIME)
    @interface Lonely {}

    static class MakesPages {

        @Dependency
        static Page page() {
            return new Page(1);
        }
    }

    static class NeedsNobody {

        @Dependency
        static Page page(@Depends Usher usher) {
            return new Page(1);
        }
    }

    static class Forgets {

        @Dependency
        static Page page(int limit) {
            return new Page(limit);
        }
    }

    abstract static class Unfinished {

        @Dependency
        Page page() {
            return new Page(1);
        }
    }

    static class Twice {

        @Dependency
        static Page one() {
            return new Page(1);
        }

        @Dependency
        static Page other() {
            return new Page(2);
        }
    }

    class Inner {

        @Dependency
        Page page() {
            return new Page(1);
        }
    }

    static class LongUser {

        @Dependency
        static Yield<User> user(
                @RequestHeader("X-User") String name,
                @Depends(scope = DependencyScope.FUNCTION) Access.Connection connection) {
            return Yield.of(new User(name));
        }
    }
}
