package io.fluxalchemy.engine;

import io.fluxalchemy.error.StatementException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Counts what one statement sends, so that what no server takes is refused before it is sent. Protocols count a message in 32 bits
 * and servers take at most a gigabyte (PostgreSQL's MaxAllocSize, the largest max_allowed_packet of MariaDB).
 */
final class MessageSize {

    static final long MOST = (1L << 30) - 1;

    /** Values up to this size may stay in memory with a statement that waits for its next run. */
    private static final long SMALL = 4_096;

    private long size;
    private boolean hasList;

    /** Counts one value; text with one byte a character, which is the least it can take. */
    void add(@Nullable Object canonical) {
        if (canonical instanceof CharSequence text) {
            size += text.length();
        } else if (canonical instanceof byte[] bytes) {
            size += bytes.length;
        } else if (canonical instanceof List<?>) {
            hasList = true;
        }
    }

    /** Whether nothing of note is kept alive by keeping the values. */
    boolean isSmall() {
        return !hasList && size <= SMALL;
    }

    /** @throws StatementException if all counted so far, and the statement's text, is more than {@code most} bytes */
    void requireAtMost(long most, String sql) {
        if (size + sql.length() > most) {
            throw new StatementException("the statement and its values are " + (size + sql.length())
                    + " bytes or more, and databases take at most " + most
                    + " in one message: write fewer rows at once, or keep large content elsewhere");
        }
    }
}
