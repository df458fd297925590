package io.fluxalchemy.faults.known;

import static io.fluxalchemy.sql.Sql.sql;
import static org.assertj.core.api.Assertions.assertThat;

import io.fluxalchemy.engine.AsyncEngine;
import io.fluxalchemy.error.ScopeRequiredException;
import io.fluxalchemy.sql.SqlText;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;
import reactor.util.context.Context;

/** Row H1 of the known faults, for operations of the engine itself, which find their transaction in the Reactor Context. */
class LostContextIT extends Scene {

    private static final SqlText INSERT = sql("insert into t (id) values (1)");

    /** Ways to lose the Context between the body and its statement. */
    private static final List<Function<AsyncEngine, Mono<Long>>> BRIDGES = List.of(
            engine -> Mono.fromFuture(() -> engine.execute(INSERT).toFuture()),
            engine -> engine.execute(INSERT).contextWrite(context -> Context.empty()),
            engine -> Mono.create(sink -> engine.execute(INSERT).subscribe(sink::success, sink::error)),
            engine -> Mono.fromCallable(() -> engine.execute(INSERT).block()).subscribeOn(Schedulers.boundedElastic()));

    @Test
    void H1_whereScopesAreRequiredAnOperationWithoutItsContextIsAnErrorAndWritesNothing() {
        AsyncEngine engine = closedAfterwards(builder(2).requireScope(true).build());
        for (Function<AsyncEngine, Mono<Long>> bridge : BRIDGES) {
            StepVerifier.create(engine.transaction(c -> bridge.apply(engine)))
                    .expectErrorSatisfies(e -> assertThat(e)
                            .isInstanceOf(ScopeRequiredException.class)
                            .hasMessageContaining("engine.execute(…) outside of a scope")
                            .hasMessageContaining("Context was lost"))
                    .verify(SOON);
            assertThat(number(witness, "select count(*)::int as n from t")).isZero();
        }
        run(engine.pendingCleanup());
        assertThat(engine.pool().acquired()).isZero();
    }

    /** What the option is for: each of these is stored although its transaction is rolled back. */
    @Test
    void H1_withoutItSuchAnOperationRunsByItself() {
        AsyncEngine engine = engine(2);
        for (Function<AsyncEngine, Mono<Long>> bridge : BRIDGES) {
            StepVerifier.create(engine.transaction(
                            c -> bridge.apply(engine).then(Mono.error(new IllegalStateException("undo")))))
                    .expectErrorMessage("undo")
                    .verify(SOON);
            assertThat(number(witness, "select count(*)::int as n from t")).isOne();
            run(witness.execute(sql("delete from t")));
        }
    }

    @Test
    void H1_insideScopesTheEnginesOperationsRunAsBefore() {
        AsyncEngine engine = closedAfterwards(AsyncEngine.builder()
                .url(url() + "&fluxalchemy.requireScope=true")
                .maxSize(1)
                .build());
        run(engine.transaction(c -> engine.execute(INSERT)));
        assertThat(engine.read(c -> engine.one(
                                sql("select count(*)::int as n from t").as(Integer.class)))
                        .block(SOON))
                .isOne();
        for (Mono<?> outside : List.<Mono<?>>of(
                engine.execute(sql("delete from t")),
                engine.one(sql("select 1 as n").rows()),
                engine.stream(sql("select 1 as n").rows()).then())) {
            StepVerifier.create(outside)
                    .expectError(ScopeRequiredException.class)
                    .verify(SOON);
        }
        assertThat(number(witness, "select count(*)::int as n from t")).isOne();
    }
}
