package io.fluxalchemy.mapping.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

/** Calls from many threads, cancelled at any moment: each that is not ends with its own answer, and no statement is left. */
class GatheringRaceTest {

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final int CALLS = 40_000;

    @Test
    void everyCallEndsWithItsOwnAnswerOrWasCancelled() {
        long seed = System.nanoTime();
        AtomicInteger begun = new AtomicInteger();
        AtomicInteger ended = new AtomicInteger();
        AtomicLong largest = new AtomicLong();
        Gathering<Integer, Integer> gathering = new Gathering<>(64, calls -> {
            begun.incrementAndGet();
            largest.accumulateAndGet(calls.size(), Math::max);
            int chance = new SplittableRandom(seed + begun.get()).nextInt(20);
            Mono<Void> answer = Mono.fromRunnable(() -> {
                if (chance == 1) {
                    throw new IllegalStateException("refused");
                }
                calls.forEach(call -> call.accept(call.key()));
            });
            Mono<Void> statement = chance == 0 ? answer : answer.subscribeOn(Schedulers.parallel());
            return statement.doFinally(end -> ended.incrementAndGet());
        });
        AtomicInteger failed = new AtomicInteger();
        Long answered = Flux.range(0, CALLS)
                .flatMap(
                        key -> {
                            SplittableRandom random = new SplittableRandom(seed ^ key);
                            Mono<Integer> call = gathering
                                    .call(key)
                                    .doOnNext(value -> assertThat(value).isEqualTo(key))
                                    .onErrorResume(IllegalStateException.class, e -> {
                                        failed.incrementAndGet();
                                        return Mono.empty();
                                    });
                            return cancelled(call, random).subscribeOn(Schedulers.parallel());
                        },
                        256)
                .count()
                .block(LONG);
        assertThat(answered).as("seed " + seed).isPositive();
        assertThat(failed).as("seed " + seed).hasPositiveValue();
        assertThat(largest.get()).as("seed " + seed).isBetween(2L, 64L);
        // a cancelled statement may end a little after its callers have gone
        Mono.fromSupplier(() -> ended.get() == begun.get())
                .filter(all -> all)
                .repeatWhenEmpty(again -> again.delayElements(Duration.ofMillis(5)))
                .block(LONG);
        assertThat(gathering.call(-1).retry(1_000).block(LONG)).isEqualTo(-1);
    }

    /** Half of the calls are cancelled: at once, from another thread, or by the answer of another call. */
    private static <T> Mono<T> cancelled(Mono<T> call, SplittableRandom random) {
        return switch (random.nextInt(6)) {
            case 0 -> call.takeUntilOther(Mono.empty());
            case 1 -> call.takeUntilOther(Mono.fromRunnable(Thread::yield).subscribeOn(Schedulers.parallel()));
            case 2 -> {
                Sinks.Empty<Void> leave = Sinks.empty();
                yield Mono.firstWithSignal(
                        call.takeUntilOther(leave.asMono()),
                        Mono.<T>empty().subscribeOn(Schedulers.parallel()).doFinally(end -> leave.tryEmitEmpty()));
            }
            default -> call;
        };
    }
}
