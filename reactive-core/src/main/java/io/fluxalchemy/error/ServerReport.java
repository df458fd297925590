package io.fluxalchemy.error;

import org.jspecify.annotations.Nullable;

/**
 * Stands between a {@link DatabaseException} and the driver's error where the server's text may quote values of rows, as
 * {@code Key (email)=(…) already exists} does. It has the driver's stack trace and the names of what the error is about; the
 * driver's error itself is kept as the cause only by an engine built with {@code serverDetail(true)}.
 */
public class ServerReport extends FluxAlchemyException {

    private static final long serialVersionUID = 1L;

    private final transient ErrorPlace place;

    /**
     * @param driver the driver's error
     * @param withText whether the driver's error, with all the server said, is kept as the cause
     */
    public ServerReport(ErrorPlace place, Throwable driver, boolean withText) {
        super(describe(place, driver, withText), withText ? driver : null);
        this.place = place;
        setStackTrace(driver.getStackTrace());
    }

    /** What the error is about. */
    public ErrorPlace place() {
        return place == null ? ErrorPlace.UNKNOWN : place;
    }

    private static String describe(ErrorPlace place, @Nullable Throwable driver, boolean withText) {
        String names = place.toString();
        String what = (driver == null ? "" : driver.getClass().getSimpleName()) + (names.isEmpty() ? "" : ": " + names);
        return withText
                ? what
                : what + "; the server's text may quote values and is left out"
                        + " (an engine built with serverDetail(true) keeps it)";
    }
}
