package io.fluxalchemy.faults.crash;

import static io.fluxalchemy.sql.Sql.sql;

import io.fluxalchemy.engine.AsyncEngine;
import io.fluxalchemy.error.CommitOutcomeUnknownException;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Callers that store rows all the time and remember what they were told. */
final class Callers {

    /** One call: when it began and ended, and what it was told. */
    record Call(long op, long begun, long ended, Throwable error) {}

    private final Queue<Call> calls = new ConcurrentLinkedQueue<>();
    private final AtomicInteger successes = new AtomicInteger();
    private final AtomicBoolean going = new AtomicBoolean(true);
    private final CompletableFuture<Void> all;

    Callers(AsyncEngine engine, AtomicLong ids, int callers) {
        all = Flux.range(0, callers)
                .flatMap(
                        i -> Mono.defer(() -> call(engine, ids.incrementAndGet()))
                                .repeat(going::get),
                        callers)
                .then()
                .toFuture();
    }

    /** Waits until so many more calls have succeeded. */
    void awaitSuccesses(int more) throws InterruptedException {
        int wanted = successes.get() + more;
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (successes.get() < wanted && System.nanoTime() < deadline) {
            Thread.sleep(5);
        }
    }

    List<Call> stop() throws Exception {
        going.set(false);
        all.get(30, TimeUnit.SECONDS);
        return List.copyOf(calls);
    }

    private Mono<Void> call(AsyncEngine engine, long op) {
        long begun = System.nanoTime();
        return engine.transaction(
                        c -> c.execute(sql("insert into op (id) values (:id)").bind("id", op)))
                .then()
                .doOnSuccess(done -> {
                    calls.add(new Call(op, begun, System.nanoTime(), null));
                    successes.incrementAndGet();
                })
                .onErrorResume(e -> {
                    calls.add(new Call(op, begun, System.nanoTime(), e));
                    return Mono.delay(Duration.ofMillis(2)).then();
                });
    }

    static boolean isUnknown(Call call) {
        return call.error() instanceof CommitOutcomeUnknownException;
    }
}
