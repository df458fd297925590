package io.fluxalchemy.engine;

import static io.fluxalchemy.engine.Entries.SOON;
import static io.fluxalchemy.engine.Entries.insert;
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

/** Connections kept apart for transactions inside others: a full pool never waits for itself. */
class IndependentReserveIT {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.postgresql();

    private final AsyncEngine engine = AsyncEngine.builder()
            .url(DATABASE.url())
            .maxSize(3)
            .independentReserve(1)
            .acquireTimeout(Duration.ofMillis(500))
            .build();

    @AfterEach
    void close() {
        quiet(engine);
        verify(engine.close(Duration.ofSeconds(2)));
    }

    @Test
    void anIndependentTransactionHasAConnectionWhenAllOthersAreInUse() {
        recreate(engine);
        verify(Mono.zip(
                engine.transaction(c -> c.one(sleep(0.5))),
                engine.transaction(c -> c.execute(insert(1))
                        .delayElement(Duration.ofMillis(200))
                        .then(engine.requiresNew(inner -> inner.execute(insert(2)))))));
        verifyRows(engine, 2);
    }

    @Test
    void beyondTheReserveItFailsAtOnce() {
        long start = System.nanoTime();
        verifyError(
                Mono.zip(
                        engine.transaction(c -> c.one(sleep(1))),
                        engine.transaction(
                                c -> engine.requiresNew(inner -> engine.requiresNew(third -> third.one(sleep(0)))))),
                NestedAcquireException.class);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SOON);
    }

    @Test
    void otherScopesNeverHaveTheReserve() {
        verifyError(
                Flux.range(0, 3)
                        .flatMap(i -> engine.transaction(c -> c.one(sleep(1.5))))
                        .then(),
                AcquireTimeoutException.class);
        assertThat(engine.pool().maxSize()).isEqualTo(3);
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
