package io.github.depends;

import org.jspecify.annotations.Nullable;

/** Internal: calls the callbacks of a {@link Yield}; not for applications, may change without notice. */
public final class YieldAccess {

    private YieldAccess() {}

    /** Opens the value of a yield. */
    public static @Nullable Object open(Yield<?> yield) throws Exception {
        return yield.opener().open();
    }

    /** Calls {@code onOpen}, if there is one. */
    public static void opened(Yield<?> yield, @Nullable Object value) throws Exception {
        call(yield.openCallback(), value);
    }

    /** Calls {@code onSuccess}, if there is one. */
    public static void success(Yield<?> yield, @Nullable Object value) throws Exception {
        call(yield.successCallback(), value);
    }

    /** Calls {@code onError}, if there is one. */
    @SuppressWarnings({"unchecked", "NullAway"}) // the yield opened the value, null or not
    public static void error(Yield<?> yield, @Nullable Object value, Throwable failure) throws Exception {
        Yield.ErrorCallback<@Nullable Object> callback = (Yield.ErrorCallback<@Nullable Object>) yield.errorCallback();
        if (callback != null) {
            callback.accept(value, failure);
        }
    }

    /** Calls {@code onOutcome}, if there is one. */
    @SuppressWarnings({"unchecked", "NullAway"}) // the yield opened the value, null or not
    public static void outcome(Yield<?> yield, @Nullable Object value, Outcome outcome) throws Exception {
        Yield.OutcomeCallback<@Nullable Object> callback =
                (Yield.OutcomeCallback<@Nullable Object>) yield.outcomeCallback();
        if (callback != null) {
            callback.accept(value, outcome);
        }
    }

    /** Calls {@code onClose}, if there is one. */
    public static void close(Yield<?> yield, @Nullable Object value) throws Exception {
        call(yield.closeCallback(), value);
    }

    /** Closes the value of {@link Yield#closing}. */
    public static void autoClose(Yield<?> yield, @Nullable Object value) throws Exception {
        call(yield.closer(), value);
    }

    @SuppressWarnings({"unchecked", "NullAway"}) // the yield opened the value, null or not
    private static void call(Yield.@Nullable ValueCallback<?> callback, @Nullable Object value) throws Exception {
        if (callback != null) {
            ((Yield.ValueCallback<@Nullable Object>) callback).accept(value);
        }
    }
}
