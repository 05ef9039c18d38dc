package io.github.depends.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.depends.Dependencies;
import io.github.depends.test.shop.Unused;
import io.github.depends.test.shop.User;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Each repetition begins with what the application has, whatever the one before has replaced. */
@LettersTest
class OverridesOutsideRequestsTests {

    @Autowired
    DependencyOverrides overrides;

    @Autowired
    Dependencies dependencies;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Letters letters;

    @RepeatedTest(2)
    void areSeenOnTheThreadOfTheTestUntilItEnds() {
        assertThatIllegalStateException().isThrownBy(this::user).withMessageContaining("There is no request here");
        overrides.replace(User.class).with(new User("alice"));
        assertThat(user()).isEqualTo("alice");
        overrides.replace(User.class).by(() -> new User("bob"));
        assertThat(user()).isEqualTo("bob");
    }

    @RepeatedTest(2)
    void areSeenByTheTaskOfARequestUntilTheTestEnds() throws Exception {
        assertThatIllegalStateException().isThrownBy(this::user).withMessageContaining("There is no request here");
        overrides
                .replace(User.class)
                .by(() -> new User("carol on " + Thread.currentThread().getName()));
        String key = UUID.randomUUID().toString();
        CompletableFuture<String> signed = letters.letter(key).go().signed();

        assertThat(mvc.get().uri("/letters/task?key=" + key)).hasStatusOk();

        assertThat(signed.get(30, TimeUnit.SECONDS))
                .startsWith("carol on ")
                .doesNotEndWith(" " + Thread.currentThread().getName());
    }

    @RepeatedTest(2)
    void mayReplaceWhatOnlyTheyUse() {
        Unused.Voucher voucher = new Unused.Voucher();
        assertThat(this.<Unused.Voucher>opened(Unused.Voucher.class)).isNotSameAs(voucher);
        overrides.outsideRequests().replace(Unused.Voucher.class).with(voucher);
        assertThat(this.<Unused.Voucher>opened(Unused.Voucher.class)).isSameAs(voucher);
        overrides.clear();
        assertThat(this.<Unused.Voucher>opened(Unused.Voucher.class)).isNotSameAs(voucher);
    }

    private <T> T opened(Class<T> type) {
        return dependencies.call(open -> open.get(type));
    }

    private String user() {
        return dependencies.call(open -> open.get(User.class).name());
    }
}
