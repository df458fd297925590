package io.fluxalchemy.faults.known;

import static io.fluxalchemy.engine.Entries.insert;
import static io.fluxalchemy.engine.Entries.numbers;
import static io.fluxalchemy.engine.Entries.quiet;
import static io.fluxalchemy.engine.Entries.recreate;
import static io.fluxalchemy.engine.Entries.verify;
import static io.fluxalchemy.engine.Entries.verifyRows;
import static org.assertj.core.api.Assertions.assertThat;

import io.fluxalchemy.engine.AsyncConnection;
import io.fluxalchemy.engine.AsyncEngine;
import io.fluxalchemy.engine.EngineListener;
import io.fluxalchemy.engine.StatementEvent;
import io.fluxalchemy.testkit.database.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Faults of contexts and threads that users of R2DBC stacks have met, one test for each row of the list (docs/reliability.md). */
class ContextFaultsIT {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.postgresql();

    private static final String TENANT = "tenant";

    private final List<String> told = new CopyOnWriteArrayList<>();
    private AsyncEngine engine;

    @BeforeEach
    void open() {
        engine = AsyncEngine.builder()
                .url(DATABASE.url())
                .maxSize(1)
                .acquireTimeout(Duration.ofSeconds(5))
                .listener(new EngineListener() {
                    @Override
                    public void onStatement(StatementEvent event) {
                        told.add(event.context().getOrDefault(TENANT, "none"));
                    }
                })
                .build();
        recreate(engine);
        told.clear();
    }

    @AfterEach
    void close() {
        quiet(engine);
        verify(engine.close(Duration.ofSeconds(2)));
    }

    /** Each way loses the Context between the body and its statement. The connection is an argument, so no statement gets lost. */
    @Test
    void H1_aLostContextDoesNotTakeAStatementOutOfItsTransaction() {
        List<Function<AsyncConnection, Mono<Long>>> bridges = List.of(
                c -> Mono.fromFuture(() -> c.execute(insert(1)).toFuture()),
                c -> Mono.from((Publisher<Long>) subscriber ->
                        Mono.fromFuture(c.execute(insert(1)).toFuture()).subscribe(subscriber)),
                c -> Mono.fromCallable(() -> c.execute(insert(1)).block()).subscribeOn(Schedulers.boundedElastic()),
                c -> Mono.create(sink -> c.execute(insert(1)).subscribe(sink::success, sink::error)));
        for (Function<AsyncConnection, Mono<Long>> bridge : bridges) {
            verify(engine.transaction(c -> bridge.apply(c)
                            .doOnNext(written -> assertThat(written).isEqualTo(1))
                            .then(Mono.error(new IllegalStateException("undo"))))
                    .onErrorComplete(IllegalStateException.class));
            verifyRows(engine, 0);
        }
    }

    @Test
    void H2_nothingOfACallersContextStaysInTheConnection() {
        Mono<Void> ask = engine.transaction(c -> c.one(numbers(1)))
                .then(engine.one(numbers(1)))
                .then();
        for (String tenant : List.of("first", "second")) {
            verify(ask.contextWrite(context -> context.put(TENANT, tenant)));
        }
        verify(ask);
        assertThat(told).containsExactly("first", "first", "second", "second", "none", "none");
    }

    @Test
    void H3_eventsCarryTheCallersContextOnWhateverThread() {
        List<Scheduler> schedulers = List.of(Schedulers.parallel(), Schedulers.boundedElastic(), Schedulers.single());
        verify(Flux.range(0, 9)
                .concatMap(i -> engine.transaction(c -> c.one(numbers(1))
                                .publishOn(schedulers.get(i % 3))
                                .then(c.one(numbers(1))))
                        .subscribeOn(schedulers.get((i + 1) % 3))
                        .contextWrite(context -> context.put(TENANT, "tenant " + i)))
                .then());
        assertThat(told).hasSize(18);
        for (int i = 0; i < 9; i++) {
            String tenant = "tenant " + i;
            assertThat(told.subList(2 * i, 2 * i + 2)).containsOnly(tenant);
        }
    }
}
