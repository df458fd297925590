package io.fluxalchemy.engine.turn;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxalchemy.error.StreamOpenException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscription;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;
import reactor.util.retry.Retry;

/** The fence behind a cancelled stream is behind all the stream sends, also what it sends while it is being subscribed to. */
class StreamStartTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    private final List<String> sent = new CopyOnWriteArrayList<>();
    private final AtomicReference<Subscription> caller = new AtomicReference<>();
    private final ScriptedWire wire = new ScriptedWire() {
        @Override
        public Mono<Void> fence() {
            return Mono.fromRunnable(() -> sent.add("fence"));
        }
    };
    private final Turn turn = new Turn(wire, TurnLimits.DEFAULTS);

    /** Its caller leaves, on another thread, while it is being given to the driver. */
    private final Publisher<Integer> rows = subscriber -> {
        subscriber.onSubscribe(Operators.emptySubscription());
        Mono.fromRunnable(() -> caller.get().cancel())
                .subscribeOn(Schedulers.boundedElastic())
                .block(SOON);
        sent.add("rows");
    };

    @BeforeEach
    void theDriverEndsWhatIsCancelled() {
        wire.endsOnCancel = true;
    }

    @Test
    void aCancelThatComesWhileAStreamIsSubscribedToFencesBehindIt() {
        turn.stream(Mono.empty(), rows).doOnSubscribe(caller::set).subscribe();
        thenTheTurnIsFree();
        assertThat(sent).containsExactly("rows", "fence");
    }

    @Test
    void alsoWhereTheStreamFollowsAnAnswerThatCameOnAnotherThread() {
        Mono<Void> begin = Mono.<Void>fromRunnable(() -> sent.add("begin")).subscribeOn(Schedulers.boundedElastic());
        turn.stream(begin, rows).doOnSubscribe(caller::set).subscribe();
        thenTheTurnIsFree();
        assertThat(sent).containsExactly("begin", "rows", "fence");
    }

    @Test
    void whatIsInFrontOfAStreamIsAnsweredBeforeACancelEndsItAndNoRowsAreAskedFor() {
        Sinks.Empty<Void> answer = Sinks.empty();
        Mono<Void> begin = Mono.defer(() -> {
            sent.add("begin");
            return answer.asMono();
        });
        turn.stream(begin, rows).doOnSubscribe(caller::set).subscribe();
        caller.get().cancel();
        Mono<Integer> next = turn.one(Mono.fromSupplier(() -> {
            sent.add("next");
            return 1;
        }));
        StepVerifier.create(next)
                .expectSubscription()
                .then(() -> assertThat(sent).containsExactly("begin"))
                .then(answer::tryEmitEmpty)
                .expectNext(1)
                .expectComplete()
                .verify(SOON);
        assertThat(sent).containsExactly("begin", "next");
    }

    @Test
    void whatIsInFrontOfAStreamAndIsNotAnsweredCostsTheConnection() {
        Turn hasty = new Turn(wire, new TurnLimits(256, false, Duration.ofMillis(20), Duration.ofMillis(20)));
        hasty.stream(Mono.never(), rows).doOnSubscribe(caller::set).subscribe();
        caller.get().cancel();
        StepVerifier.create(hasty.one(Mono.just(1)))
                .expectNext(1)
                .expectComplete()
                .verify(SOON);
        assertThat(wire.abandoned).isTrue();
        assertThat(wire.cancels.get()).isPositive();
        assertThat(sent).isEmpty();
    }

    private void thenTheTurnIsFree() {
        StepVerifier.create(Mono.defer(() -> turn.one(Mono.just(1)))
                        .retryWhen(Retry.fixedDelay(5_000, Duration.ofMillis(5))
                                .filter(StreamOpenException.class::isInstance)))
                .expectNext(1)
                .expectComplete()
                .verify(SOON);
    }
}
