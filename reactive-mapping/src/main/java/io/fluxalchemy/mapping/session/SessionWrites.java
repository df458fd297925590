package io.fluxalchemy.mapping.session;

import io.fluxalchemy.engine.AsyncConnection;
import io.fluxalchemy.mapping.flush.FlushExecutor;
import io.fluxalchemy.mapping.flush.FlushPlan;
import io.fluxalchemy.mapping.flush.FlushPlanner;
import io.fluxalchemy.mapping.flush.FlushResult;
import io.fluxalchemy.mapping.flush.UnloadedCascade;
import io.fluxalchemy.mapping.load.EntityLoader;
import io.fluxalchemy.mapping.state.EntityEntry;
import io.fluxalchemy.mapping.state.EntityEntry.Status;
import io.fluxalchemy.mapping.state.IdentityMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Writes what changed: loads what a deletion must follow, plans, executes, and brings the identity map in step. */
final class SessionWrites {

    private final FlushPlanner planner;
    private final FlushExecutor executor;

    SessionWrites(FlushPlanner planner, FlushExecutor executor) {
        this.planner = planner;
        this.executor = executor;
    }

    /** Flushes what the map holds now, on a connection that is held for it; to be subscribed to at once. */
    Mono<Void> flush(AsyncConnection own, IdentityMap map, EntityLoader loader, UnitSpan span) {
        if (map.size() == 0) {
            return Mono.empty();
        }
        Mono<FlushResult> executed = hasDeleted(map)
                ? cascades(own, map, loader, new HashSet<>())
                        .then(Mono.defer(() -> execute(planner.plan(map), own, span)))
                : execute(planner.plan(map), own, span);
        return executed.doOnNext(result -> map.atomically(() -> {
                    if (!span.isGivenUp()) {
                        result.applyTo(map);
                    }
                }))
                .then();
    }

    private Mono<FlushResult> execute(FlushPlan plan, AsyncConnection own, UnitSpan span) {
        Mono<FlushResult> execution = executor.execute(plan, own);
        return plan.isEmpty() ? execution : execution.doOnError(span::doom).doOnCancel(span::doomByCancel);
    }

    private static boolean hasDeleted(IdentityMap map) {
        for (EntityEntry<?> entry : map.entries()) {
            if (entry.status() == Status.DELETED) {
                return true;
            }
        }
        return false;
    }

    /** Loads relations whose members are deleted with their owners, level by level, each once. */
    private Mono<Void> cascades(AsyncConnection own, IdentityMap map, EntityLoader loader, Set<UnloadedCascade> tried) {
        return Mono.defer(() -> {
            List<UnloadedCascade> unloaded =
                    planner.unloadedCascades(map).stream().filter(tried::add).toList();
            return unloaded.isEmpty()
                    ? Mono.empty()
                    : Flux.fromIterable(unloaded)
                            .concatMap(cascade -> loader.relation(own, cascade.owner(), cascade.relation()))
                            .then(cascades(own, map, loader, tried));
        });
    }
}
