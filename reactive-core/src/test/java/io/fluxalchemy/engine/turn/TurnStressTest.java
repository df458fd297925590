package io.fluxalchemy.engine.turn;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxalchemy.error.TurnOverflowException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

/** 80,000 operations from four threads, a third cancelled at random: never two at once, nothing left waiting. */
class TurnStressTest {

    private static final int THREADS = 4;
    private static final int EACH = 20_000;
    private static final long SEED = 20261120L;

    private final Turn turn = new Turn(new ScriptedWire(), TurnLimits.DEFAULTS);
    private final AtomicInteger inside = new AtomicInteger();
    private final AtomicInteger overlaps = new AtomicInteger();
    private final AtomicInteger ended = new AtomicInteger();

    @Test
    void operationsNeverOverlapAndNoneIsForgotten() throws InterruptedException {
        CountDownLatch over = new CountDownLatch(THREADS);
        for (int t = 0; t < THREADS; t++) {
            Random random = new Random(SEED + t);
            Thread thread = new Thread(() -> {
                subscribeAll(random);
                over.countDown();
            });
            thread.start();
        }

        assertThat(over.await(60, TimeUnit.SECONDS)).isTrue();
        StepVerifier.create(turn.finish()).expectComplete().verify(Duration.ofSeconds(10));
        assertThat(overlaps).as("seed %d", SEED).hasValue(0);
        assertThat(inside).hasValue(0);
        assertThat(ended).hasValueGreaterThan(THREADS * EACH / 3);
    }

    private void subscribeAll(Random random) {
        List<Disposable> mine = new ArrayList<>();
        for (int i = 0; i < EACH; i++) {
            Mono<Integer> operation = Mono.fromSupplier(this::work);
            if (random.nextInt(4) == 0) {
                operation = operation.subscribeOn(Schedulers.parallel());
            }
            Disposable running = turn.one(operation).subscribe(v -> {}, this::expected, () -> {});
            if (random.nextInt(3) == 0) {
                running.dispose();
            } else {
                mine.add(running);
            }
            while (mine.size() > 40) {
                mine.removeIf(Disposable::isDisposed);
                LockSupport.parkNanos(1000);
            }
        }
    }

    private int work() {
        if (inside.incrementAndGet() != 1) {
            overlaps.incrementAndGet();
        }
        Thread.onSpinWait();
        inside.decrementAndGet();
        return ended.incrementAndGet();
    }

    private void expected(Throwable error) {
        if (!(error instanceof TurnOverflowException)) {
            overlaps.incrementAndGet();
        }
    }
}
