package io.fluxalchemy.flush;

import io.fluxalchemy.engine.AsyncEngine;
import io.fluxalchemy.flush.company.Break_;
import io.fluxalchemy.flush.company.Company_;
import io.fluxalchemy.flush.company.Licence_;
import io.fluxalchemy.flush.company.Note_;
import io.fluxalchemy.flush.company.Office_;
import io.fluxalchemy.flush.company.Person_;
import io.fluxalchemy.flush.company.Shift_;
import io.fluxalchemy.flush.company.Skill_;
import io.fluxalchemy.flush.company.Ticket_;
import io.fluxalchemy.mapping.flush.FlushExecutor;
import io.fluxalchemy.mapping.flush.FlushPlan;
import io.fluxalchemy.mapping.flush.FlushPlanner;
import io.fluxalchemy.mapping.model.EntityModel;
import io.fluxalchemy.mapping.model.Mapping;
import io.fluxalchemy.mapping.state.IdentityMap;
import java.time.Duration;
import java.util.List;
import reactor.core.publisher.Mono;

/** One unit of work over an engine: entities added and deleted, and flushes, each in a transaction of its own. */
final class Work {

    static final Mapping MAPPING = Mapping.of(List.of(
            Break_.BREAK,
            Note_.NOTE,
            Company_.COMPANY,
            Office_.OFFICE,
            Licence_.LICENCE,
            Person_.PERSON,
            Skill_.SKILL,
            Shift_.SHIFT,
            Ticket_.TICKET));

    private static final FlushPlanner PLANNER = new FlushPlanner(MAPPING);

    final IdentityMap identityMap = new IdentityMap();
    private final FlushExecutor executor = new FlushExecutor();
    private final AsyncEngine engine;

    Work(AsyncEngine engine) {
        this.engine = engine;
    }

    <E> E add(E entity) {
        EntityModel<E> model = MAPPING.modelOf(entity);
        identityMap.add(model, entity);
        return entity;
    }

    void delete(Object entity) {
        identityMap.delete(identityMap.entry(entity));
    }

    FlushPlan plan() {
        return PLANNER.plan(identityMap);
    }

    Mono<Void> flush() {
        return Mono.defer(() -> {
                    FlushPlan plan = plan();
                    return engine.transaction(connection -> executor.execute(plan, connection));
                })
                .doOnNext(result -> result.applyTo(identityMap))
                .then();
    }

    void flushNow() {
        flush().block(Duration.ofSeconds(60));
    }
}
