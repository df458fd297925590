package io.fluxalchemy.engine.turn;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.THROWABLE;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.Disposable;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;
import reactor.core.publisher.SignalType;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

/** Whoever cancels while the end of a scope runs is not called when it is over, and the end runs on all the same. */
class ScopedTest {

    private final List<Object> signals = new ArrayList<>();
    private final Sinks.Empty<Void> end = Sinks.empty();
    private final AtomicBoolean ended = new AtomicBoolean();

    @Test
    void aValueHeldBackUntilTheEndDoesNotReachWhoLeftMeanwhile() {
        leaveAndEnd(
                Scoped.one(Mono.just("scope"), s -> Mono.just(1), s -> ending(), (s, e) -> ending(), s -> ending()),
                null);
        assertThat(signals).isEmpty();
        assertThat(ended).isTrue();
    }

    @Test
    void norDoesTheErrorOfABodyThatIsBeingRolledBack() {
        Function<String, Mono<Object>> failing = s -> Mono.error(new IllegalStateException("body"));
        leaveAndEnd(Scoped.one(Mono.just("scope"), failing, s -> ending(), (s, e) -> ending(), s -> ending()), null);
        assertThat(signals).isEmpty();
        assertThat(ended).isTrue();
    }

    @Test
    void norDoesTheErrorOfTheEndItself() {
        leaveAndEnd(
                Scoped.one(Mono.just("scope"), s -> Mono.just(1), s -> ending(), (s, e) -> ending(), s -> ending()),
                new IllegalStateException("commit"));
        assertThat(signals).isEmpty();
    }

    @Test
    void theEndOfAStreamIsNotToldEither() {
        Flux<Integer> many =
                Scoped.many(Mono.just("scope"), s -> Flux.just(1, 2), s -> ending(), (s, e) -> ending(), s -> ending());
        Listener<Integer> listener = new Listener<>();
        many.subscribe(listener);
        listener.cancel();
        end.tryEmitEmpty();
        assertThat(signals).containsExactly(1, 2);
        assertThat(ended).isTrue();
    }

    @Test
    void whoStaysHearsIt() {
        Scoped.one(Mono.just("scope"), s -> Mono.just(1), s -> ending(), (s, e) -> ending(), s -> ending())
                .subscribe(new Listener<>());
        assertThat(signals).isEmpty();
        end.tryEmitEmpty();
        assertThat(signals).containsExactly(1, "complete");
    }

    @Test
    void aScopeThatOpensForOneWhoHasLeftIsEndedAsCancelled() {
        AtomicReference<CoreSubscriber<? super String>> opening = new AtomicReference<>();
        Mono<String> late = new Mono<>() {
            @Override
            public void subscribe(CoreSubscriber<? super String> actual) {
                opening.set(actual);
                actual.onSubscribe(Operators.emptySubscription());
            }
        };
        Listener<Integer> listener = new Listener<>();
        Scoped.one(late, s -> Mono.just(1), s -> never(), (s, e) -> never(), s -> ending())
                .subscribe(listener);
        listener.cancel();
        assertThat(ended).isFalse();
        opening.get().onNext("scope");
        end.tryEmitEmpty();
        assertThat(ended).isTrue();
        assertThat(signals).isEmpty();
    }

    @Test
    void aScopeThatIsThereAlreadyIsEndedThoughItsSubscriberLeavesAtOnce() {
        AtomicInteger bodies = new AtomicInteger();
        AtomicInteger cancelled = new AtomicInteger();
        Scoped.untilEnd(
                        Mono.just("scope"),
                        s -> Mono.fromSupplier(bodies::incrementAndGet),
                        s -> Mono.empty(),
                        (s, e) -> Mono.empty(),
                        s -> Mono.fromRunnable(cancelled::incrementAndGet))
                .subscribe(new BaseSubscriber<Integer>() {
                    @Override
                    protected void hookOnSubscribe(Subscription subscription) {
                        subscription.cancel();
                    }
                });
        assertThat(cancelled).hasValue(1);
        assertThat(bodies).hasValue(0);
    }

    @Test
    void aBodyIsNotAskedForItsValueBeforeSomebodyWantsIt() {
        AtomicLong asked = new AtomicLong();
        Mono<Integer> scope = Scoped.one(
                Mono.just("scope"),
                s -> Mono.just(1).doOnRequest(asked::addAndGet),
                s -> Mono.empty(),
                (s, e) -> never(),
                s -> never());
        StepVerifier.create(scope, 0)
                .expectSubscription()
                .then(() -> assertThat(asked).hasValue(0))
                .thenRequest(1)
                .expectNext(1)
                .expectComplete()
                .verify(Duration.ofSeconds(60));
    }

    @Test
    void theErrorOfABodyIsToldWithThatOfItsEndBehindIt() {
        Scoped.one(
                        Mono.just("scope"),
                        s -> Mono.error(new IllegalStateException("body")),
                        s -> never(),
                        (s, e) -> Mono.error(new IllegalStateException("end")),
                        s -> never())
                .subscribe(new Listener<>());
        assertThat(signals)
                .singleElement(as(THROWABLE))
                .hasMessage("body")
                .hasSuppressedException(new IllegalStateException("end"));
    }

    @Test
    void exactlyOneEndRunsWhoeverIsFaster() throws Exception {
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            for (int i = 0; i < 2_000; i++) {
                AtomicInteger ends = new AtomicInteger();
                Mono<Void> counted = Mono.fromRunnable(ends::incrementAndGet);
                Sinks.One<Integer> body = Sinks.one();
                Disposable running = Scoped.one(
                                Mono.just("scope"), s -> body.asMono(), s -> counted, (s, e) -> counted, s -> counted)
                        .subscribe();
                CyclicBarrier start = new CyclicBarrier(2);
                Future<?> cancelled = other.submit(() -> {
                    start.await();
                    running.dispose();
                    return null;
                });
                start.await();
                body.tryEmitValue(i);
                cancelled.get();
                assertThat(ends).hasValue(1);
            }
        } finally {
            other.shutdownNow();
        }
    }

    private static Mono<Void> never() {
        return Mono.error(new AssertionError("this end must not run"));
    }

    private <T> void leaveAndEnd(Mono<T> scope, Throwable error) {
        Listener<T> listener = new Listener<>();
        scope.subscribe(listener);
        listener.cancel();
        if (error == null) {
            end.tryEmitEmpty();
        } else {
            end.tryEmitError(error);
        }
    }

    private Mono<Void> ending() {
        return end.asMono().doOnSuccess(done -> ended.set(true));
    }

    /** Hears whatever is signalled, after a cancel too. */
    private final class Listener<T> extends BaseSubscriber<T> {

        @Override
        protected void hookOnNext(T value) {
            signals.add(value);
        }

        @Override
        protected void hookOnError(Throwable error) {
            signals.add(error);
        }

        @Override
        protected void hookOnComplete() {
            signals.add("complete");
        }

        @Override
        protected void hookFinally(SignalType type) {}
    }
}
