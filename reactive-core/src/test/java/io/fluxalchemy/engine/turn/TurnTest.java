package io.fluxalchemy.engine.turn;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxalchemy.error.OuterSessionInUseException;
import io.fluxalchemy.error.SessionClosedException;
import io.fluxalchemy.error.StreamOpenException;
import io.fluxalchemy.error.TurnOverflowException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;
import reactor.test.publisher.TestPublisher;

class TurnTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    private final ScriptedWire wire = new ScriptedWire();
    private final Turn turn = new Turn(wire, new TurnLimits(256, false, Duration.ofMillis(50), Duration.ofMillis(50)));
    private final AtomicInteger active = new AtomicInteger();
    private final AtomicInteger mostActive = new AtomicInteger();

    @Test
    void operationsSubscribedTogetherRunOneAfterTheOther() {
        List<Mono<Integer>> ten =
                IntStream.range(0, 10).mapToObj(i -> turn.one(slow(i))).toList();

        StepVerifier.create(Flux.merge(ten).collectList())
                .assertNext(all -> assertThat(all).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6, 7, 8, 9))
                .expectComplete()
                .verify(SOON);
        assertThat(mostActive).hasValue(1);
    }

    @Test
    void anOperationStartedByTheValueOfAnotherRunsNext() {
        StepVerifier.create(turn.one(Mono.just(1)).flatMap(one -> turn.one(Mono.just(one + 1))))
                .expectNext(2)
                .expectComplete()
                .verify(SOON);
    }

    @Test
    void theValueWaitsForDemand() {
        StepVerifier.create(turn.one(Mono.just(1)), 0)
                .expectSubscription()
                .expectNoEvent(Duration.ofMillis(20))
                .thenRequest(1)
                .expectNext(1)
                .expectComplete()
                .verify(SOON);
        StepVerifier.create(turn.one(Mono.just(2)))
                .expectNext(2)
                .expectComplete()
                .verify(SOON);
    }

    @Test
    void oneMoreThanTheBoundIsRefusedAndTheOthersRun() {
        TestPublisher<Integer> first = TestPublisher.create();
        Disposable running = turn.one(first.mono()).subscribe();
        List<Mono<Integer>> waiting =
                IntStream.range(0, 257).mapToObj(i -> turn.one(Mono.just(i))).toList();

        StepVerifier.create(Flux.fromIterable(waiting)
                        .flatMapDelayError(one -> one, 300, 1)
                        .count())
                .then(first::complete)
                .expectError(TurnOverflowException.class)
                .verify(SOON);
        assertThat(running.isDisposed()).isTrue();
        StepVerifier.create(turn.one(Mono.just(1)))
                .expectNext(1)
                .expectComplete()
                .verify(SOON);
    }

    @Test
    void aHundredThousandQueuedOperationsNeedNoStack() {
        Turn wide = new Turn(wire, new TurnLimits(200_000, false, Duration.ofSeconds(1), Duration.ofSeconds(1)));
        TestPublisher<Integer> first = TestPublisher.create();
        AtomicInteger done = new AtomicInteger();
        Disposable running = wide.one(first.mono()).subscribe();
        for (int i = 0; i < 100_000; i++) {
            wide.one(Mono.just(i)).subscribe(x -> done.incrementAndGet());
        }

        first.complete();

        assertThat(running.isDisposed()).isTrue();
        assertThat(done).hasValue(100_000);
    }

    @Test
    void anOperationInsideAnOpenStreamIsRefused() {
        Flux<Integer> rows = turn.stream(Mono.empty(), Flux.range(0, 10));

        StepVerifier.create(rows.flatMap(i -> turn.one(Mono.just(i))))
                .expectError(StreamOpenException.class)
                .verify(SOON);
        StepVerifier.create(turn.one(Mono.just(1)))
                .expectNext(1)
                .expectComplete()
                .verify(SOON);
    }

    @Test
    void anOperationBesideAWaitingStreamIsRefusedAndOneBeforeItIsNot() {
        Flux<Integer> rows = turn.stream(Mono.empty(), Flux.range(0, 10));

        StepVerifier.create(Mono.zip(turn.one(slow(1)), rows.collectList()))
                .assertNext(both -> assertThat(both.getT2()).hasSize(10))
                .expectComplete()
                .verify(SOON);
        StepVerifier.create(Mono.zip(
                        turn.stream(Mono.empty(), Flux.range(0, 10).delayElements(Duration.ofMillis(1)))
                                .collectList(),
                        turn.one(slow(1))))
                .expectError(StreamOpenException.class)
                .verify(SOON);
    }

    @Test
    void anOperationAfterAStreamRuns() {
        StepVerifier.create(
                        turn.stream(Mono.empty(), Flux.range(0, 1000)).take(3).concatWith(turn.one(Mono.just(99))))
                .expectNext(0, 1, 2, 99)
                .expectComplete()
                .verify(SOON);
    }

    @Test
    void aStreamKeepsBackPressure() {
        List<Long> asked = new ArrayList<>();
        StepVerifier.create(turn.stream(Mono.empty(), Flux.range(0, 100).doOnRequest(asked::add)), 2)
                .expectNext(0, 1)
                .thenRequest(3)
                .expectNext(2, 3, 4)
                .thenCancel()
                .verify(SOON);
        assertThat(asked).containsExactly(2L, 3L, Long.MAX_VALUE);
    }

    @Test
    void theExchangeOfACancelledOperationEndsBeforeTheNextStarts() {
        TestPublisher<Integer> first = TestPublisher.create();
        List<String> order = new ArrayList<>();

        turn.one(first.mono().doOnTerminate(() -> order.add("first ended")))
                .subscribe()
                .dispose();
        turn.one(Mono.fromRunnable(() -> order.add("second started"))).subscribe();
        assertThat(order).isEmpty();
        first.assertNotCancelled();
        first.complete();

        assertThat(order).containsExactly("first ended", "second started");
        assertThat(wire.cancels).hasValue(0);
        assertThat(turn.doomed()).isNull();
    }

    @Test
    void anExchangeThatDoesNotEndByItselfIsStoppedOnTheServerAndDoomsTheTurn() {
        TestPublisher<Integer> first = TestPublisher.create();
        wire.onCancel = () -> first.error(new IllegalStateException("57014"));

        turn.one(first.mono()).subscribe().dispose();

        StepVerifier.create(turn.one(Mono.just(2)))
                .expectNext(2)
                .expectComplete()
                .verify(SOON);
        assertThat(wire.cancels).hasValue(1);
        assertThat(turn.doomed()).hasMessage("57014");
    }

    @Test
    void anExchangeThatNeverEndsCostsTheConnection() {
        turn.one(Mono.never()).subscribe().dispose();

        StepVerifier.create(turn.one(Mono.just(2)))
                .expectNext(2)
                .expectComplete()
                .verify(SOON);
        assertThat(wire.abandoned).isTrue();
    }

    @Test
    void aStreamOfADriverThatEndsOnCancelIsFenced() {
        wire.endsOnCancel = true;
        TestPublisher<Integer> rows = TestPublisher.create();
        List<String> order = new ArrayList<>();

        Disposable reading = turn.stream(Mono.empty(), rows).subscribe();
        rows.next(1);
        reading.dispose();
        turn.one(Mono.fromRunnable(() -> order.add("next"))).subscribe();
        rows.assertCancelled();
        assertThat(order).isEmpty();
        wire.fence.tryEmitEmpty();

        assertThat(order).containsExactly("next");
    }

    @Test
    void cancelWhileWaitingWithdraws() {
        TestPublisher<Integer> first = TestPublisher.create();
        turn.one(first.mono()).subscribe();
        AtomicInteger ran = new AtomicInteger();
        turn.one(Mono.fromRunnable(ran::incrementAndGet)).subscribe().dispose();
        first.complete();

        assertThat(ran).hasValue(0);
    }

    @Test
    void aCompoundsBodyUsesItsChildAndSiblingsWait() {
        List<String> order = new ArrayList<>();
        Mono<String> compound = turn.compound(body(child -> child.one(Mono.fromRunnable(() -> order.add("a")))
                .then(child.one(slow(1)))
                .then(child.one(Mono.fromSupplier(() -> {
                    order.add("b");
                    return "compound";
                })))));

        StepVerifier.create(Mono.zip(compound, turn.one(Mono.fromSupplier(() -> {
                    order.add("sibling");
                    return "sibling";
                }))))
                .expectNextCount(1)
                .expectComplete()
                .verify(SOON);
        assertThat(order).containsExactly("a", "b", "sibling");
    }

    @Test
    void theOuterTurnInsideABodyIsRefusedNotWaitedFor() {
        StepVerifier.create(turn.compound(body(child -> turn.one(Mono.just("x")))))
                .expectError(OuterSessionInUseException.class)
                .verify(SOON);
        StepVerifier.create(turn.one(Mono.just(1)))
                .expectNext(1)
                .expectComplete()
                .verify(SOON);
    }

    @Test
    void aChildKeptBeyondItsBodyIsClosed() {
        List<Turn> kept = new ArrayList<>();
        StepVerifier.create(turn.compound(body(child -> {
                    kept.add(child);
                    return Mono.just("x");
                })))
                .expectNext("x")
                .expectComplete()
                .verify(SOON);

        StepVerifier.create(kept.get(0).one(Mono.just(1)))
                .expectError(SessionClosedException.class)
                .verify(SOON);
    }

    @Test
    void aCancelledCompoundHoldsTheTurnUntilItsCleanUpHasEnded() {
        List<String> order = new ArrayList<>();
        TestPublisher<Void> cleanUp = TestPublisher.create();
        Disposable running = turn.compound(new PlainCompound<Integer>(child -> child.one(Mono.never())) {
                    @Override
                    public Mono<Void> cancelled(Turn child) {
                        return child.abort(true).then(cleanUp.mono());
                    }
                })
                .subscribe();

        running.dispose();
        turn.one(Mono.fromRunnable(() -> order.add("next"))).subscribe();
        StepVerifier.create(Mono.delay(Duration.ofMillis(150)))
                .expectNextCount(1)
                .expectComplete()
                .verify(SOON);
        assertThat(wire.cancels).hasValue(1);
        assertThat(order).isEmpty();
        cleanUp.complete();

        assertThat(order).containsExactly("next");
    }

    @Test
    void finishWaitsForWhatWasAcceptedAndRefusesTheRest() {
        TestPublisher<Integer> first = TestPublisher.create();
        turn.one(first.mono()).subscribe();
        AtomicInteger ran = new AtomicInteger();
        turn.one(Mono.fromRunnable(ran::incrementAndGet)).subscribe();

        StepVerifier.create(turn.finish())
                .then(() -> StepVerifier.create(turn.one(Mono.just(1)))
                        .expectError(SessionClosedException.class)
                        .verify(SOON))
                .then(first::complete)
                .expectComplete()
                .verify(SOON);
        assertThat(ran).hasValue(1);
    }

    @Test
    void finishFailsWhileAStreamIsOpen() {
        Disposable open = turn.stream(Mono.empty(), Flux.never()).subscribe();

        StepVerifier.create(turn.finish())
                .expectError(StreamOpenException.class)
                .verify(SOON);
        open.dispose();
    }

    @Test
    void abortFailsTheWaitingStopsTheRunningAndTellsBoth() {
        TestPublisher<Integer> first = TestPublisher.create();
        wire.onCancel = () -> first.error(new IllegalStateException("57014"));
        List<Throwable> errors = new ArrayList<>();
        turn.one(first.mono()).subscribe(x -> {}, errors::add);
        turn.one(Mono.just(1)).subscribe(x -> {}, errors::add);

        StepVerifier.create(turn.abort(true)).expectComplete().verify(SOON);

        assertThat(wire.cancels).hasValue(1);
        assertThat(errors).hasSize(2).allMatch(SessionClosedException.class::isInstance);
    }

    @Test
    void cancelFromInsideOnSubscribeLeavesNoTrace() {
        StepVerifier.create(turn.stream(Mono.empty(), Flux.range(0, 3)).doOnSubscribe(s -> s.cancel()), 0)
                .expectSubscription()
                .thenCancel()
                .verify(SOON);
        StepVerifier.create(turn.one(Mono.just(1)))
                .expectNext(1)
                .expectComplete()
                .verify(SOON);
    }

    @Test
    void assemblyThatThrowsIsAnErrorOfTheOperation() {
        StepVerifier.create(turn.one(Mono.defer(() -> {
                    throw new IllegalStateException("assembly");
                })))
                .expectErrorMessage("assembly")
                .verify(SOON);
        StepVerifier.create(turn.one(Mono.just(1)))
                .expectNext(1)
                .expectComplete()
                .verify(SOON);
    }

    private Mono<Integer> slow(int value) {
        return Mono.delay(Duration.ofMillis(2), Schedulers.parallel())
                .doOnSubscribe(s -> mostActive.accumulateAndGet(active.incrementAndGet(), Math::max))
                .thenReturn(value)
                .doOnTerminate(active::decrementAndGet);
    }

    private static <T> Compound<T> body(java.util.function.Function<Turn, Mono<T>> body) {
        return new PlainCompound<>(body);
    }
}
