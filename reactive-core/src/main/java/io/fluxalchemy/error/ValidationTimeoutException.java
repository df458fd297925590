package io.fluxalchemy.error;

import java.time.Duration;

/**
 * An idle connection gave no sign of life within the time for it ({@code validationTimeout}). It is replaced before anybody gets
 * it, so this is told only where that did not help in time: as the cause of an {@link AcquireTimeoutException}, or by itself where
 * one connection after the other was found so.
 */
public class ValidationTimeoutException extends ConnectionLostException {

    private static final long serialVersionUID = 1L;

    private final Duration longest;

    public ValidationTimeoutException(Duration longest) {
        super(null, 0, null, null);
        this.longest = longest;
    }

    @Override
    public String getMessage() {
        return "an idle connection gave no sign of life within " + longest;
    }
}
