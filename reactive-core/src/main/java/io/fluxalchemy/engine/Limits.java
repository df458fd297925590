package io.fluxalchemy.engine;

import io.fluxalchemy.error.ResultOverflowException;
import io.fluxalchemy.sql.Query;
import io.fluxalchemy.sql.Select;
import io.fluxalchemy.sql.tree.SelectTree;
import io.fluxalchemy.sql.tree.SetTree;
import java.util.List;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** Limits what a query yields, where it says no limit itself or an engine has one for all. */
final class Limits {

    private Limits() {}

    static <R> Select<R> atMost(Select<R> query, long rows) {
        boolean limited = (query.tree() instanceof SelectTree select && select.limit() != null)
                || (query.tree() instanceof SetTree set && set.limit() != null);
        return limited ? query : query.limit(rows);
    }

    /** The most rows a query may read into a list: its own word, else the engine's. */
    static int most(Query<?> query, int ofEngine) {
        Integer said = query.reading().maxRows();
        return said == null ? ofEngine : said;
    }

    /**
     * Reads at most {@code most} rows, and one more by which it is seen that there are more: that is an error, never a shorter list.
     * Writes and text SQL run as they stand: an error after rows were written would be worse than a long list.
     */
    static <R> Mono<List<R>> guarded(Query<R> query, int most, Function<Query<R>, Mono<List<R>>> read) {
        if (most == Integer.MAX_VALUE || !(query instanceof Select<R> select)) {
            return read.apply(query);
        }
        return Mono.defer(() -> read.apply(atMost(select, most + 1L))
                .flatMap(rows -> rows.size() <= most
                        ? Mono.just(rows)
                        : Mono.error(new ResultOverflowException(
                                "the query has more than the " + most + " rows that may be read into a list (maxRows):"
                                        + " give it a limit, read pages, or stream it"))));
    }
}
