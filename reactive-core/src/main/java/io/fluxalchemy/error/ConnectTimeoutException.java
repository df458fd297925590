package io.fluxalchemy.error;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A connection was not opened within the time for it ({@code connectTimeout}): the server accepts and does not answer, or nobody
 * does. Where others of its kind were opened before, it is the cause of an {@link AcquireTimeoutException}.
 */
public class ConnectTimeoutException extends ConnectionLostException {

    private static final long serialVersionUID = 1L;

    private final @Nullable Duration longest;

    /** @param longest the time it had; null where it is not ours */
    public ConnectTimeoutException(@Nullable Duration longest, @Nullable Throwable cause) {
        super(null, 0, null, cause);
        this.longest = longest;
    }

    @Override
    public String getMessage() {
        return "no connection was opened " + (longest == null ? "in time" : "within " + longest);
    }
}
