package io.fluxalchemy.engine.turn;

/**
 * What a scope failed with, out of the wrapping of Reactor's {@code usingWhen}: a commit's own error, or the body's error with
 * the clean-up's as suppressed.
 */
public final class ScopeErrors {

    private static final String AFTER_COMPLETE = "Async resource cleanup failed after onComplete";
    private static final String AFTER_ERROR = "Async resource cleanup failed after onError";

    private ScopeErrors() {}

    public static Throwable unwrap(Throwable error) {
        Throwable cause = error.getCause();
        if (error.getClass() != RuntimeException.class || cause == null) {
            return error;
        }
        if (AFTER_COMPLETE.equals(error.getMessage())) {
            return cause;
        }
        if (AFTER_ERROR.equals(error.getMessage()) && error.getSuppressed().length > 0) {
            Throwable body = error.getSuppressed()[0];
            if (body != cause) {
                body.addSuppressed(cause);
            }
            return body;
        }
        return error;
    }
}
