package io.fluxalchemy.engine;

import io.fluxalchemy.compiler.BoundSql;
import io.fluxalchemy.compiler.CompiledSql;
import io.fluxalchemy.compiler.CompiledSql.Effect;
import io.fluxalchemy.dialect.CursorSyntax;
import io.fluxalchemy.engine.turn.Scoped;
import io.fluxalchemy.sql.Query;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Reads a query in windows, each a complete statement, so that the turn is free between them. Where the database has cursors, one
 * is declared in the transaction and each window is one fetch of it; elsewhere all rows are read first and cut into windows, which
 * is right for every query and costs the memory of all its rows.
 */
final class Windows<R> {

    private final LentConnection connection;
    private final Query<R> query;
    private final int size;

    Windows(LentConnection connection, Query<R> query, int size) {
        if (size < 1) {
            throw new IllegalArgumentException("a window has at least 1 row, not " + size);
        }
        this.connection = connection;
        this.query = query;
        this.size = size;
    }

    Flux<List<R>> read() {
        return Flux.defer(() -> {
            BoundSql bound = connection.prepare(query);
            CursorSyntax cursors = connection.core().dialect().cursors();
            return cursors == null || bound.compiled().effect() != Effect.READ
                    ? connection.all(query).flatMapMany(this::cut)
                    : fetched(cursors, bound);
        });
    }

    private Flux<List<R>> cut(List<R> rows) {
        int windows = (rows.size() + size - 1) / size;
        return Flux.range(0, windows).map(i -> rows.subList(i * size, Math.min(rows.size(), (i + 1) * size)));
    }

    private Flux<List<R>> fetched(CursorSyntax cursors, BoundSql bound) {
        String name = connection.scope().nextCursor();
        CompiledSql compiled = bound.compiled();
        BoundSql declare = new BoundSql(
                new CompiledSql(cursors.declare(name, compiled.text()), compiled.slots(), Effect.READ),
                bound.parameters());
        BoundSql fetch = own(cursors.fetch(name, size));
        BoundSql close = own(cursors.close(name));
        StatementRunner runner = connection.scope().runner();
        connection.scope().wantTransaction(null);
        Mono<Long> declared = connection.turn().one(runner.count(declare));
        Mono<List<@Nullable R>> window =
                connection.turn().one(runner.list(fetch, connection.readers(query), Integer.MAX_VALUE));
        return Scoped.many(
                declared,
                ready -> window.repeat().takeUntil(rows -> rows.size() < size).filter(rows -> !rows.isEmpty()),
                ready -> connection.turn().one(runner.count(close)).then(),
                (ready, error) -> Mono.empty(),
                ready -> connection
                        .turn()
                        .one(runner.count(close))
                        .onErrorComplete()
                        .then());
    }

    private static BoundSql own(String text) {
        return new BoundSql(new CompiledSql(text, List.of(), Effect.READ), new ArrayList<>());
    }
}
