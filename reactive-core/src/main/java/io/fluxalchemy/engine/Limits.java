package io.fluxalchemy.engine;

import io.fluxalchemy.sql.Select;
import io.fluxalchemy.sql.tree.SelectTree;
import io.fluxalchemy.sql.tree.SetTree;

/** Limits a query that says none itself. */
final class Limits {

    private Limits() {}

    static <R> Select<R> atMost(Select<R> query, long rows) {
        boolean limited = (query.tree() instanceof SelectTree select && select.limit() != null)
                || (query.tree() instanceof SetTree set && set.limit() != null);
        return limited ? query : query.limit(rows);
    }
}
