package io.github.depends;

import org.jspecify.annotations.Nullable;

/**
 * A value that has something to do when the handling of a request is over.
 *
 * <p>Exactly one of {@code onSuccess} and {@code onError} runs, once, before the response is written; then
 * {@code onOutcome} and {@code onClose}, once, at the end of the {@link DependencyScope}. Yields are completed and closed
 * in reverse order of opening; a callback that fails does not keep another from running. Immutable: each call returns a
 * new yield, and a second callback of a kind is an error. Nothing is opened before the library does so.
 *
 * @param <T> type of the value
 */
public final class Yield<T extends @Nullable Object> {

    private final Opener<? extends T> opener;
    private final @Nullable ValueCallback<? super T> onOpen;
    private final @Nullable ValueCallback<? super T> onSuccess;
    private final @Nullable ErrorCallback<? super T> onError;
    private final @Nullable OutcomeCallback<? super T> onOutcome;
    private final @Nullable ValueCallback<? super T> onClose;
    private final @Nullable ValueCallback<? super T> closer;

    private Yield(
            Opener<? extends T> opener,
            @Nullable ValueCallback<? super T> onOpen,
            @Nullable ValueCallback<? super T> onSuccess,
            @Nullable ErrorCallback<? super T> onError,
            @Nullable OutcomeCallback<? super T> onOutcome,
            @Nullable ValueCallback<? super T> onClose,
            @Nullable ValueCallback<? super T> closer) {
        this.opener = opener;
        this.onOpen = onOpen;
        this.onSuccess = onSuccess;
        this.onError = onError;
        this.onOutcome = onOutcome;
        this.onClose = onClose;
        this.closer = closer;
    }

    /**
     * Yields a value that exists already; nothing is closed but by {@code onClose}.
     *
     * @param value the value
     */
    public static <T extends @Nullable Object> Yield<T> of(T value) {
        return open(() -> value);
    }

    /**
     * Yields a value that is opened when the library is ready to close it again.
     *
     * @param opener opens the value; if it throws, no callback of this yield runs
     */
    public static <T extends @Nullable Object> Yield<T> open(Opener<? extends T> opener) {
        return new Yield<>(required(opener, "opener"), null, null, null, null, null, null);
    }

    /**
     * Yields a value that is closed after all callbacks.
     *
     * @param value the value
     */
    public static <T extends AutoCloseable> Yield<T> closing(T value) {
        required(value, "value");
        return new Yield<T>(() -> value, null, null, null, null, null, AutoCloseable::close);
    }

    /** Runs right after opening; if it throws, the request fails and this yield with it. */
    public Yield<T> onOpen(ValueCallback<? super T> callback) {
        once(onOpen, callback, "onOpen");
        return new Yield<>(opener, callback, onSuccess, onError, onOutcome, onClose, closer);
    }

    /** Runs when all went well, before the response; if it throws, that is what the client gets. */
    public Yield<T> onSuccess(ValueCallback<? super T> callback) {
        once(onSuccess, callback, "onSuccess");
        return new Yield<>(opener, onOpen, callback, onError, onOutcome, onClose, closer);
    }

    /** Runs when the request has failed, before the exception handlers; may throw another exception in its place. */
    public Yield<T> onError(ErrorCallback<? super T> callback) {
        once(onError, callback, "onError");
        return new Yield<>(opener, onOpen, onSuccess, callback, onOutcome, onClose, closer);
    }

    /** Runs right before closing and sees how it all ended. */
    public Yield<T> onOutcome(OutcomeCallback<? super T> callback) {
        once(onOutcome, callback, "onOutcome");
        return new Yield<>(opener, onOpen, onSuccess, onError, callback, onClose, closer);
    }

    /** Runs always, last; in scope {@link DependencyScope#REQUEST} after the last byte of the response. */
    public Yield<T> onClose(ValueCallback<? super T> callback) {
        once(onClose, callback, "onClose");
        return new Yield<>(opener, onOpen, onSuccess, onError, onOutcome, callback, closer);
    }

    @Override
    public String toString() {
        return "Yield";
    }

    Opener<? extends T> opener() {
        return opener;
    }

    @Nullable ValueCallback<? super T> openCallback() {
        return onOpen;
    }

    @Nullable ValueCallback<? super T> successCallback() {
        return onSuccess;
    }

    @Nullable ErrorCallback<? super T> errorCallback() {
        return onError;
    }

    @Nullable OutcomeCallback<? super T> outcomeCallback() {
        return onOutcome;
    }

    @Nullable ValueCallback<? super T> closeCallback() {
        return onClose;
    }

    @Nullable ValueCallback<? super T> closer() {
        return closer;
    }

    private static <V> V required(@Nullable V value, String what) {
        if (value == null) {
            throw new IllegalArgumentException("A yield needs its " + what);
        }
        return value;
    }

    private static void once(@Nullable Object present, @Nullable Object callback, String kind) {
        if (callback == null) {
            throw new IllegalArgumentException("A yield needs its " + kind + " callback");
        }
        if (present != null) {
            throw new IllegalStateException("A yield has one " + kind + " callback; this one has it already");
        }
    }

    /** Opens a value. */
    @FunctionalInterface
    public interface Opener<T extends @Nullable Object> {

        /**
         * Opens the value.
         *
         * @return the value
         * @throws Exception if it cannot be opened
         */
        T open() throws Exception;
    }

    /** Callback that takes the value. */
    @FunctionalInterface
    public interface ValueCallback<T extends @Nullable Object> {

        /**
         * Does its work.
         *
         * @param value what was opened
         * @throws Exception if it fails
         */
        void accept(T value) throws Exception;
    }

    /** Callback that takes the value and the failure of the request. */
    @FunctionalInterface
    public interface ErrorCallback<T extends @Nullable Object> {

        /**
         * Does its work.
         *
         * @param value what was opened
         * @param failure why the request fails
         * @throws Exception to take the failure's place
         */
        void accept(T value, Throwable failure) throws Exception;
    }

    /** Callback that takes the value and the outcome of the request. */
    @FunctionalInterface
    public interface OutcomeCallback<T extends @Nullable Object> {

        /**
         * Does its work.
         *
         * @param value what was opened
         * @param outcome how the request ended
         * @throws Exception if it fails
         */
        void accept(T value, Outcome outcome) throws Exception;
    }
}
