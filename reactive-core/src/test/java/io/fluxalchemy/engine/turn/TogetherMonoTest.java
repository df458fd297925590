package io.fluxalchemy.engine.turn;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import reactor.test.publisher.TestPublisher;

/** Of two exchanges under way together, the first decides what the second was worth. */
class TogetherMonoTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    private final TestPublisher<Void> first = TestPublisher.create();
    private final TestPublisher<Integer> second = TestPublisher.create();
    private final AtomicBoolean isLost = new AtomicBoolean();
    private final Mono<Integer> both = TogetherMono.of(first.mono(), second.mono(), isLost::get);

    @Test
    void theSecondIsOnItsWayBeforeTheFirstIsAnswered() {
        StepVerifier.create(both)
                .expectSubscription()
                .then(() -> {
                    first.assertSubscribers(1);
                    second.assertSubscribers(1);
                })
                .then(first::complete)
                .then(() -> second.emit(1))
                .expectNext(1)
                .expectComplete()
                .verify(SOON);
    }

    @Test
    void nothingIsToldBeforeBothHaveEnded() {
        StepVerifier.create(both)
                .expectSubscription()
                .then(() -> second.emit(1))
                .expectNoEvent(Duration.ofMillis(10))
                .then(first::complete)
                .expectNext(1)
                .expectComplete()
                .verify(SOON);
    }

    @Test
    void theValueWaitsForDemand() {
        StepVerifier.create(both, 0)
                .expectSubscription()
                .then(first::complete)
                .then(() -> second.emit(1))
                .expectNoEvent(Duration.ofMillis(10))
                .thenRequest(1)
                .expectNext(1)
                .expectComplete()
                .verify(SOON);
    }

    @Test
    void nothingIsSentForOneWhoHasLeftAlready() {
        StepVerifier.create(both).thenCancel().verify(SOON);
        first.assertWasNotSubscribed();
        second.assertWasNotSubscribed();
    }

    @Test
    void aRefusedFirstIsTheErrorOfBothWhenTheSecondHasEnded() {
        StepVerifier.create(both)
                .expectSubscription()
                .then(() -> first.error(new IllegalStateException("refused")))
                .expectNoEvent(Duration.ofMillis(10))
                .then(() -> second.emit(1))
                .expectErrorMessage("refused")
                .verify(SOON);
    }

    @Test
    void soItIsWhereTheSecondFailsToo() {
        StepVerifier.create(both)
                .expectSubscription()
                .then(() -> first.error(new IllegalStateException("refused")))
                .then(() -> second.error(new IllegalStateException("aborted")))
                .expectErrorMessage("refused")
                .verify(SOON);
    }

    @Test
    void aLostFirstIsToldAtOnceAndTheSecondLetGo() {
        isLost.set(true);
        StepVerifier.create(both)
                .expectSubscription()
                .then(() -> first.error(new IllegalStateException("lost")))
                .expectErrorMessage("lost")
                .verify(SOON);
        second.assertCancelled();
    }

    @Test
    void theSecondIsNotSentWhereTheFirstIsLostAtOnce() {
        isLost.set(true);
        StepVerifier.create(TogetherMono.of(Mono.error(new IllegalStateException("lost")), second.mono(), isLost::get))
                .expectErrorMessage("lost")
                .verify(SOON);
        second.assertWasNotSubscribed();
    }

    @Test
    void aSecondThatFailsBeforeTheFirstIsAnsweredIsToldAtOnce() {
        StepVerifier.create(both)
                .expectSubscription()
                .then(() -> second.error(new IllegalStateException("second")))
                .expectErrorMessage("second")
                .verify(SOON);
        first.assertCancelled();
    }

    @Test
    void aSecondWithoutAValueCompletes() {
        StepVerifier.create(both)
                .expectSubscription()
                .then(first::complete)
                .then(second::complete)
                .expectComplete()
                .verify(SOON);
    }

    @Test
    void whoLeavesLeavesBoth() {
        both.subscribe().dispose();
        first.assertCancelled();
        second.assertCancelled();
    }
}
