package io.fluxalchemy.engine.pool;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The ends of scopes that are under way, which nobody may be listening to any more. */
final class Cleanups {

    private final Set<Cleanup> running = ConcurrentHashMap.newKeySet();

    Mono<Void> tracked(Mono<Void> cleanup) {
        return new TrackedMono(this, cleanup);
    }

    void begun(Cleanup cleanup) {
        running.add(cleanup);
    }

    void ended(Cleanup cleanup) {
        running.remove(cleanup);
    }

    /** Completes when those that run now have ended. */
    Mono<Void> pending() {
        return Mono.defer(() ->
                Flux.fromIterable(List.copyOf(running)).flatMap(Cleanup::over).then());
    }
}
