package io.fluxalchemy.engine;

import static io.fluxalchemy.engine.Entries.SOON;
import static io.fluxalchemy.engine.Entries.ids;
import static io.fluxalchemy.engine.Entries.insert;
import static io.fluxalchemy.engine.Entries.numbers;
import static io.fluxalchemy.engine.Entries.sleep;
import static io.fluxalchemy.engine.Entries.verify;
import static io.fluxalchemy.engine.Entries.verifyError;
import static io.fluxalchemy.engine.Entries.verifyNext;
import static io.fluxalchemy.engine.Entries.verifyRows;
import static org.assertj.core.api.Assertions.assertThat;

import io.fluxalchemy.error.OuterSessionInUseException;
import io.fluxalchemy.error.SessionClosedException;
import io.fluxalchemy.error.StreamOpenException;
import io.fluxalchemy.error.TransactionDoomedException;
import io.fluxalchemy.error.TurnOverflowException;
import io.fluxalchemy.testkit.database.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** Several operations on the connection of one scope: at once, too many, after its end, cut short. */
class ConcurrentUseIT extends TwoEngines {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.postgresql();

    @Override
    TestDatabase database() {
        return DATABASE;
    }

    @Test
    void tenOperationsZippedOnOneConnectionRunOneAfterTheOther() {
        verifyNext(
                engine.transaction(c -> Mono.zip(
                        IntStream.range(0, 10)
                                .mapToObj(i -> c.execute(insert(i)))
                                .toList(),
                        results -> results.length)),
                10);
        verifyRows(wide, 10);
    }

    @Test
    void moreThanTheBoundOfWaitingOperationsIsRefused() {
        verifyError(
                engine.transaction(c -> Flux.merge(Flux.range(0, 300).map(i -> c.one(numbers(1))), 300, 1)
                        .count()),
                TurnOverflowException.class);
        verifyNext(
                engine.transaction(c -> Flux.merge(Flux.range(0, 257).map(i -> c.one(numbers(1))), 257, 1)
                        .count()),
                257L);
    }

    @Test
    void anOperationInsideAnOpenStreamIsRefused() {
        verifyError(
                engine.transaction(c ->
                        c.stream(numbers(1000)).flatMap(n -> c.one(numbers(1))).count()),
                StreamOpenException.class);
        verifyNext(
                engine.transaction(c -> c.all(numbers(300))
                        .flatMapMany(Flux::fromIterable)
                        .concatMap(n -> c.one(numbers(1)))
                        .count()),
                300L);
    }

    @Test
    void theOuterConnectionInsideANestedBodyIsRefused() {
        verifyError(engine.transaction(c -> c.nested(inner -> c.execute(insert(1)))), OuterSessionInUseException.class);
        verifyRows(wide, 0);
    }

    @Test
    void aConnectionUsedAfterItsScopeIsClosed() {
        List<AsyncConnection> kept = new ArrayList<>();
        verify(engine.transaction(c -> {
            kept.add(c);
            return Mono.empty();
        }));
        verifyError(kept.get(0).execute(insert(1)), SessionClosedException.class);
        verifyRows(wide, 0);
    }

    @Test
    void aCancelledOperationInALivingTransactionDrainsAndTheTransactionLives() {
        AsyncEngine patient = AsyncEngine.builder()
                .url(DATABASE.url())
                .operationDrain(SOON)
                .maxSize(1)
                .build();
        try (HeldLock lock = HeldLock.on(DATABASE.url())) {
            verify(patient.transaction(c -> c.execute(insert(1))
                    .then(c.one(lock.statement()).then().timeout(lock.isAwaited(), Mono.fromRunnable(lock::letGo)))
                    .then(c.execute(insert(2)))));
        }
        verify(patient.close());
        assertThat(ids(wide)).containsExactly(1L, 2L);
    }

    @Test
    void aCancelledOperationThatRunsOnIsStoppedAndDoomsTheTransaction() {
        StepVerifier.create(engine.transaction(c -> c.execute(insert(1))
                        .then(c.one(sleep(30)).then().timeout(Duration.ofMillis(50), Mono.empty()))
                        .thenReturn("done")))
                .expectErrorSatisfies(e -> assertThat(e)
                        .isInstanceOf(TransactionDoomedException.class)
                        .hasMessageContaining("cancelled operation")
                        .cause()
                        .hasMessageContaining("57014"))
                .verify(SOON);
        verifyRows(wide, 0);
    }

    @Test
    void aFailingSideOfAZipCancelsTheOther() {
        verifyError(
                engine.transaction(c -> Mono.zip(
                        c.one(sleep(30)),
                        Mono.delay(Duration.ofMillis(50)).then(Mono.error(new IllegalStateException("side"))))),
                IllegalStateException.class);
    }
}
