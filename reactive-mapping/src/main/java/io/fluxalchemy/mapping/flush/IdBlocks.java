package io.fluxalchemy.mapping.flush;

import static io.fluxalchemy.sql.Sql.recursive;
import static io.fluxalchemy.sql.Sql.select;
import static io.fluxalchemy.sql.Sql.value;

import io.fluxalchemy.engine.AsyncConnection;
import io.fluxalchemy.mapping.flush.FlushStep.FetchIds;
import io.fluxalchemy.schema.Generation;
import io.fluxalchemy.sql.DerivedTable;
import io.fluxalchemy.sql.NumericExpression;
import io.fluxalchemy.sql.Select;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import reactor.core.publisher.Mono;

/**
 * Ids drawn from sequences, a block per value of the sequence, for as long as a session lives. Whatever number of blocks a flush
 * needs, it draws them in one statement.
 */
final class IdBlocks {

    private final Map<String, Deque<Long>> unused = new HashMap<>();

    Mono<Void> draw(FetchIds fetch, FlushRun run, AsyncConnection connection) {
        Generation.Sequence sequence = fetch.sequence();
        Deque<Long> ids = unused.computeIfAbsent(sequence.name(), name -> new ArrayDeque<>());
        int missing = fetch.rows().size() - ids.size();
        if (missing <= 0) {
            return Mono.fromRunnable(() -> hand(fetch, ids, run));
        }
        int blocks = (missing + sequence.allocation() - 1) / sequence.allocation();
        return connection.all(nextValues(sequence, blocks)).flatMap(starts -> {
            starts.stream().sorted().forEach(start -> {
                for (int i = 0; i < sequence.allocation(); i++) {
                    ids.add(start + i);
                }
            });
            hand(fetch, ids, run);
            return Mono.empty();
        });
    }

    private static void hand(FetchIds fetch, Deque<Long> ids, FlushRun run) {
        Class<?> type = fetch.column().type().javaType();
        for (EntityRow row : fetch.rows()) {
            long id = ids.remove();
            Object key = type == Integer.class
                    ? (Object) Math.toIntExact(id)
                    : type == Short.class ? (Object) (short) Math.toIntExact(id) : (Object) id;
            run.drawn(row, key);
        }
    }

    /** One value per row of a counting query; the text does not depend on how many. */
    private static Select<Long> nextValues(Generation.Sequence sequence, int count) {
        NumericExpression<Long> next = sequence.next();
        if (count == 1) {
            return select(next);
        }
        NumericExpression<Integer> n = value(1).as("n");
        DerivedTable draws = recursive(
                "draws",
                select(n),
                t -> select(t.column(n).plus(1)).from(t).where(t.column(n).lt(count)));
        return select(next).from(draws);
    }
}
