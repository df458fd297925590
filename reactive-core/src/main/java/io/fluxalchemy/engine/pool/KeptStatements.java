package io.fluxalchemy.engine.pool;

import io.r2dbc.spi.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Statements of one connection that have run and may run again with other values, so that their text need not be parsed anew. One
 * that runs is not among them; those used last stay. None holds the values it ran with, which would be in the heap as long as the
 * connection is open.
 */
final class KeptStatements {

    private static final int MOST = 64;

    private final Map<String, Statement> byText = new LinkedHashMap<>();

    /** Takes one out; null where none is kept. */
    synchronized @Nullable Statement take(String sql) {
        return byText.remove(sql);
    }

    /** @param values how many it ran with */
    synchronized void keep(String sql, Statement statement, int values) {
        for (int i = 0; i < values; i++) {
            statement.bindNull(i, String.class);
        }
        byText.put(sql, statement);
        if (byText.size() > MOST) {
            byText.remove(byText.keySet().iterator().next());
        }
    }
}
