package io.fluxalchemy.engine;

import io.fluxalchemy.engine.turn.BodyGuard;
import io.fluxalchemy.error.AfterCommitException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.function.Supplier;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What users want done around the commit of a transaction, in the order they said so. A hook may add further hooks. */
final class TransactionHooks {

    private final Queue<Function<? super AsyncConnection, ? extends Mono<Void>>> before = new ConcurrentLinkedQueue<>();
    private final Queue<Supplier<? extends Mono<Void>>> after = new ConcurrentLinkedQueue<>();

    void beforeCommit(Function<? super AsyncConnection, ? extends Mono<Void>> hook) {
        before.add(hook);
    }

    void afterCommit(Supplier<? extends Mono<Void>> hook) {
        after.add(hook);
    }

    /** Takes over those of a savepoint that was released. */
    void adopt(TransactionHooks released) {
        before.addAll(released.before);
        after.addAll(released.after);
    }

    /** Whether nothing is to run before the commit. */
    boolean isEmptyBefore() {
        return before.isEmpty();
    }

    /** Runs the hooks on the connection whose transaction is about to be committed; the first that fails ends it. */
    Mono<Void> runBeforeCommit(AsyncConnection connection) {
        return Mono.defer(() -> before.isEmpty()
                ? Mono.empty()
                : inOrder(before)
                        .concatMap(hook -> Bodies.call(hook, connection), 0)
                        .then());
    }

    /** Runs all hooks, also after one has failed, and then tells of the failures. */
    Mono<Void> runAfterCommit() {
        return Mono.defer(() -> {
            if (after.isEmpty()) {
                return Mono.empty();
            }
            List<Throwable> failures = new ArrayList<>();
            return inOrder(after)
                    .concatMap(
                            hook -> BodyGuard.one(Mono.<Void>defer(() -> Bodies.call(Supplier::get, hook)))
                                    .onErrorResume(e -> {
                                        failures.add(e);
                                        return Mono.empty();
                                    }),
                            0)
                    .then(Mono.defer(() -> failures.isEmpty() ? Mono.empty() : Mono.error(failed(failures))));
        });
    }

    private static AfterCommitException failed(List<Throwable> failures) {
        AfterCommitException error = new AfterCommitException(
                "the transaction was committed, and a hook that ran after the commit failed: do not run it again",
                failures.get(0));
        failures.stream().skip(1).forEach(error::addSuppressed);
        return error;
    }

    /** One at a time, so that one that is added by a hook still comes. */
    private static <H> Flux<H> inOrder(Queue<H> hooks) {
        return Flux.generate(sink -> {
            H next = hooks.poll();
            if (next == null) {
                sink.complete();
            } else {
                sink.next(next);
            }
        });
    }
}
