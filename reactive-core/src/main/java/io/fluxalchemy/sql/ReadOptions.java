package io.fluxalchemy.sql;

import io.fluxalchemy.error.StatementException;
import org.jspecify.annotations.Nullable;

/**
 * How the rows of one statement are read, where it is not as the engine reads others. Not part of the text. Immutable.
 *
 * @param fetchSize rows the server sends at once to a stream; null for the engine's own
 * @param maxRows the most rows read into a list; null for the engine's own
 */
public record ReadOptions(
        @Nullable Integer fetchSize, @Nullable Integer maxRows) {

    /** Nothing said. */
    public static final ReadOptions NONE = new ReadOptions(null, null);

    public ReadOptions {
        requirePositive("fetchSize", fetchSize);
        requirePositive("maxRows", maxRows);
    }

    private static void requirePositive(String verb, @Nullable Integer rows) {
        if (rows != null && rows < 1) {
            throw new StatementException(verb + "(" + rows + "): it must be at least 1");
        }
    }
}
