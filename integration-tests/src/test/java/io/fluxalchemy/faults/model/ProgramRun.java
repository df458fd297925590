package io.fluxalchemy.faults.model;

import static io.fluxalchemy.sql.Sql.sql;

import io.fluxalchemy.engine.AsyncConnection;
import io.fluxalchemy.engine.AsyncEngine;
import java.time.Duration;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** A program run on an engine. */
final class ProgramRun {

    static final int TAKEN = -1;

    private final AsyncEngine engine;

    ProgramRun(AsyncEngine engine) {
        this.engine = engine;
    }

    Mono<Void> of(List<Step> program) {
        return leaving(left -> engine.transaction(c -> steps(c, program, left)));
    }

    private Mono<Void> steps(AsyncConnection c, List<Step> steps, Sinks.Empty<Void> left) {
        return Flux.fromIterable(steps).concatMap(step -> step(c, step, left)).then();
    }

    private Mono<Void> step(AsyncConnection c, Step step, Sinks.Empty<Void> left) {
        if (step instanceof Step.Insert insert) {
            return insert(c, insert.key());
        } else if (step instanceof Step.Read) {
            return c.one(sql("select count(*) from made").as(Long.class)).then();
        } else if (step instanceof Step.AtOnce atOnce) {
            return Flux.fromIterable(atOnce.keys())
                    .flatMap(key -> insert(c, key))
                    .then();
        } else if (step instanceof Step.Refused refused) {
            return swallowing(refused.swallowed(), insert(c, TAKEN));
        } else if (step instanceof Step.LeftBehind) {
            return c.execute(sql("select pg_sleep(0.02)"))
                    .timeout(Duration.ofMillis(3), Mono.empty())
                    .then();
        } else if (step instanceof Step.Fails) {
            return Mono.error(ProgramFailure::new);
        } else if (step instanceof Step.Left) {
            return Mono.<Void>never().doOnSubscribe(s -> left.tryEmitEmpty());
        } else if (step instanceof Step.Block block) {
            return swallowing(
                    block.swallowed(),
                    leaving(inner -> block.nested()
                            ? c.nested(own -> steps(own, block.steps(), inner))
                            : engine.transaction(own -> steps(own, block.steps(), inner))));
        }
        throw new IllegalStateException("an unknown step: " + step);
    }

    /** Runs what may be left: whoever waits for it leaves when told. */
    private static Mono<Void> leaving(java.util.function.Function<Sinks.Empty<Void>, Mono<Void>> block) {
        return Mono.defer(() -> {
            Sinks.Empty<Void> left = Sinks.empty();
            return block.apply(left).takeUntilOther(left.asMono());
        });
    }

    private static Mono<Void> swallowing(boolean swallowed, Mono<Void> step) {
        return swallowed ? step.onErrorComplete() : step;
    }

    private static Mono<Void> insert(AsyncConnection c, int key) {
        return c.execute(sql("insert into made (id) values (:id)").bind("id", key))
                .then();
    }
}
