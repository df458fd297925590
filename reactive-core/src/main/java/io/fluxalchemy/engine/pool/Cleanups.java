package io.fluxalchemy.engine.pool;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** The ends of scopes that are under way, which nobody may be listening to any more. */
final class Cleanups {

    private final Set<Sinks.Empty<Void>> running = ConcurrentHashMap.newKeySet();

    Mono<Void> tracked(Mono<Void> cleanup) {
        return Mono.defer(() -> {
            Sinks.Empty<Void> over = Sinks.empty();
            running.add(over);
            Runnable ended = () -> {
                running.remove(over);
                over.tryEmitEmpty();
            };
            // not doFinally, which does not run where what follows throws
            return cleanup.doOnTerminate(ended).doOnCancel(ended);
        });
    }

    /** Completes when those that run now have ended. */
    Mono<Void> pending() {
        return Mono.defer(() -> Flux.fromIterable(List.copyOf(running))
                .flatMap(Sinks.Empty::asMono)
                .then());
    }
}
