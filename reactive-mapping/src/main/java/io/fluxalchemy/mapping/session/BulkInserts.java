package io.fluxalchemy.mapping.session;

import io.fluxalchemy.engine.AsyncConnection;
import java.util.List;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Stores objects that the session does not come to manage, some at a time, and hands them on when they are stored. */
final class BulkInserts {

    private static final int WINDOW = 1_000;

    /** Objects loaded in bulk at a time. */
    private static final int COPIED = 10_000;

    private final SessionScope scope;
    private final AsyncConnection connection;
    private final UnitSpan span;

    BulkInserts(SessionScope scope, AsyncConnection connection, UnitSpan span) {
        this.scope = scope;
        this.connection = connection;
        this.span = span;
    }

    /** @param takesBack whether old ids are put back if the transaction fails */
    <E> Flux<E> insertAll(Flux<E> entities, boolean takesBack) {
        return entities.buffer(WINDOW)
                .concatMap(batch -> stored(batch, own -> scope.insert(own, batch, span, takesBack)), 1)
                .concatMapIterable(batch -> batch, 1);
    }

    <E> Flux<E> copyAll(Flux<E> entities) {
        return entities.buffer(COPIED)
                .concatMap(batch -> stored(batch, own -> scope.copy(own, batch, span)), 1)
                .concatMapIterable(batch -> batch, 1);
    }

    private <E> Mono<List<E>> stored(List<E> batch, Function<AsyncConnection, Mono<Void>> storing) {
        return connection.exclusively(
                own -> scope.settle(own, span).then(storing.apply(own)).thenReturn(batch));
    }
}
