package io.fluxalchemy.mapping.flush;

import io.fluxalchemy.engine.AsyncConnection;
import io.fluxalchemy.engine.BatchResult;
import io.fluxalchemy.sql.Batch;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Queue;
import reactor.core.publisher.Mono;

/** A connection that keeps the batches it is given and answers them, and its queries, with what it was told to. */
final class ScriptedWrites {

    final List<Batch> batches = new ArrayList<>();
    private final Queue<Mono<BatchResult>> results = new ArrayDeque<>();
    private final Deque<List<?>> rows = new ArrayDeque<>();

    /** Every row written; each gets these values back. */
    ScriptedWrites returns(Object[]... values) {
        results.add(Mono.just(new BatchResult(values.length, List.of(values))));
        return this;
    }

    ScriptedWrites returns(BatchResult result) {
        results.add(Mono.just(result));
        return this;
    }

    ScriptedWrites fails(RuntimeException error) {
        results.add(Mono.error(error));
        return this;
    }

    ScriptedWrites rows(Object... values) {
        rows.add(List.of(values));
        return this;
    }

    AsyncConnection connection() {
        return (AsyncConnection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {AsyncConnection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("write")) {
                        Batch batch = (Batch) arguments[0];
                        batches.add(batch);
                        return results.isEmpty() ? Mono.just(counted(batch)) : results.remove();
                    }
                    if (method.getName().equals("all")) {
                        return Mono.just(rows.remove());
                    }
                    throw new AssertionError(method.getName() + " is not in the script");
                });
    }

    private static BatchResult counted(Batch batch) {
        return new BatchResult(batch.rows().size(), List.of());
    }
}
