package io.fluxalchemy.engine;

import static io.fluxalchemy.engine.Entries.SOON;
import static io.fluxalchemy.engine.Entries.insert;
import static io.fluxalchemy.engine.Entries.numbers;
import static io.fluxalchemy.engine.Entries.quiet;
import static io.fluxalchemy.engine.Entries.recreate;
import static io.fluxalchemy.engine.Entries.sleep;
import static io.fluxalchemy.engine.Entries.verify;
import static io.fluxalchemy.engine.Entries.verifyError;
import static io.fluxalchemy.engine.Entries.verifyNext;
import static io.fluxalchemy.engine.Entries.verifyRows;

import io.fluxalchemy.error.ConcurrentUseException;
import io.fluxalchemy.testkit.database.TestDatabase;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@code strict(true)}: what would wait for its turn is refused. */
class StrictUseIT {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.postgresql();

    private AsyncEngine engine;

    @BeforeEach
    void open() {
        engine = AsyncEngine.builder()
                .url(DATABASE.url() + (DATABASE.url().contains("?") ? "&" : "?") + "fluxalchemy.strict=true")
                .maxSize(1)
                .build();
        recreate(engine);
    }

    @AfterEach
    void close() {
        quiet(engine);
        verify(engine.close(Duration.ofSeconds(2)));
    }

    @Test
    void operationsAtTheSameTimeAreRefused() {
        verifyError(
                engine.transaction(c -> Mono.zip(c.execute(insert(1)), c.execute(insert(2)))),
                ConcurrentUseException.class);
        verifyRows(engine, 0);
    }

    @Test
    void operationsOneAfterTheOtherAreWelcome() {
        verify(engine.transaction(c -> Flux.range(0, 20)
                .concatMap(i -> c.execute(insert(i)))
                .then(c.nested(inner -> inner.execute(insert(100)).then(inner.execute(insert(101)))))
                .then(c.all(numbers(3)))
                .flatMapMany(Flux::fromIterable)
                .concatMap(n -> c.one(numbers(1)))
                .then()));
        verifyRows(engine, 22);
    }

    @Test
    void aFallbackBehindACancelledOperationIsNotAtTheSameTime() {
        AsyncEngine patient = AsyncEngine.builder()
                .url(DATABASE.url())
                .strict(true)
                .operationDrain(SOON)
                .maxSize(1)
                .build();
        try (HeldLock lock = HeldLock.on(DATABASE.url())) {
            verifyNext(
                    patient.transaction(c -> c.one(lock.statement())
                            .map(s -> "slow")
                            .timeout(
                                    lock.isAwaited(),
                                    Mono.fromRunnable(lock::letGo)
                                            .then(c.execute(insert(1)))
                                            .thenReturn("fallback"))),
                    "fallback");
        }
        verify(patient.close());
        verifyRows(engine, 1);
    }

    @Test
    void aCommitWithWorkPendingIsRefused() {
        try (HeldLock lock = HeldLock.on(DATABASE.url())) {
            verifyError(
                    engine.transaction(c -> {
                        c.one(lock.statement()).subscribe(s -> {}, e -> {});
                        return lock.isAwaited().thenReturn("done");
                    }),
                    ConcurrentUseException.class);
        }
    }

    @Test
    void withoutItACommitWaitsForPendingWork() {
        AsyncEngine patient =
                AsyncEngine.builder().url(DATABASE.url()).maxSize(1).build();
        verify(patient.transaction(c -> {
            c.one(sleep(0.2)).then(c.execute(insert(2))).subscribe(s -> {}, e -> {});
            c.execute(insert(1)).subscribe();
            return Mono.just("done");
        }));
        verifyRows(patient, 1);
        verify(patient.close());
    }
}
