package io.fluxalchemy.engine;

import static io.fluxalchemy.engine.Entries.SOON;
import static io.fluxalchemy.engine.Entries.insert;
import static io.fluxalchemy.engine.Entries.numbers;
import static io.fluxalchemy.engine.Entries.quiet;
import static io.fluxalchemy.engine.Entries.recreate;
import static io.fluxalchemy.engine.Entries.sleep;
import static io.fluxalchemy.engine.Entries.verify;
import static io.fluxalchemy.engine.Entries.verifyError;
import static io.fluxalchemy.engine.Entries.verifyRows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxalchemy.error.AcquireTimeoutException;
import io.fluxalchemy.error.ConfigurationException;
import io.fluxalchemy.error.NestedAcquireException;
import io.fluxalchemy.testkit.database.TestDatabase;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Connections kept apart for transactions inside others: a full pool never waits for itself. */
class IndependentReserveIT {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.postgresql();

    private final AsyncEngine engine = AsyncEngine.builder()
            .url(DATABASE.url())
            .maxSize(3)
            .independentReserve(1)
            .build();

    @AfterEach
    void close() {
        quiet(engine);
        verify(engine.close(Duration.ofSeconds(2)));
    }

    @Test
    void anIndependentTransactionHasAConnectionWhenAllOthersAreInUse() {
        recreate(engine);
        Sinks.Empty<Void> held = Sinks.empty();
        Sinks.Empty<Void> done = Sinks.empty();
        verify(Mono.zip(
                engine.transaction(c ->
                        c.one(numbers(1)).doOnNext(n -> held.tryEmitEmpty()).delayUntil(n -> done.asMono())),
                engine.transaction(c -> c.execute(insert(1))
                        .delayUntil(n -> held.asMono())
                        .then(engine.requiresNew(inner -> inner.execute(insert(2))))
                        .doOnTerminate(done::tryEmitEmpty))));
        verifyRows(engine, 2);
    }

    @Test
    void beyondTheReserveItFailsAtOnce() {
        long start = System.nanoTime();
        verifyError(
                Mono.zip(
                        engine.transaction(c -> c.one(numbers(1)).then(Mono.never())),
                        engine.transaction(
                                c -> engine.requiresNew(inner -> engine.requiresNew(third -> third.one(sleep(0)))))),
                NestedAcquireException.class);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SOON);
    }

    @Test
    void otherScopesNeverHaveTheReserve() {
        AsyncEngine impatient = AsyncEngine.builder()
                .url(DATABASE.url())
                .maxSize(3)
                .independentReserve(1)
                .acquireTimeout(Duration.ofSeconds(2))
                .build();
        verifyError(
                Flux.range(0, 3)
                        .flatMap(i ->
                                impatient.transaction(c -> c.one(numbers(1)).then(Mono.never())))
                        .then(),
                AcquireTimeoutException.class);
        assertThat(impatient.pool().maxSize()).isEqualTo(3);
        quiet(impatient);
        verify(impatient.close());
    }

    @Test
    void aReserveThatLeavesNothingIsRefused() {
        assertThatThrownBy(() -> AsyncEngine.builder()
                        .url(DATABASE.url())
                        .maxSize(2)
                        .independentReserve(2)
                        .build())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("independentReserve");
    }
}
