package io.fluxalchemy.testkit.faults;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What is asked of a driver, where {@link FaultyDriver} can misbehave. Transaction control counts whether asked by method or by SQL. */
public enum DriverStep {
    /** A connection is opened. */
    CREATE,
    /** A connection is asked for a sign of life. */
    VALIDATE,
    BEGIN,
    /** A statement that controls no transaction. */
    EXECUTE,
    COMMIT,
    ROLLBACK,
    SET_AUTO_COMMIT,
    /** A connection is closed. */
    CLOSE;

    static DriverStep of(String sql) {
        String text = sql.stripLeading().toUpperCase(Locale.ROOT);
        @Nullable
        DriverStep control = text.startsWith("BEGIN") || text.startsWith("START TRANSACTION")
                ? BEGIN
                : text.startsWith("COMMIT")
                        ? COMMIT
                        : text.equals("ROLLBACK") || text.startsWith("ROLLBACK;") ? ROLLBACK : null;
        return control == null ? EXECUTE : control;
    }
}
