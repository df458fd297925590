package io.fluxalchemy.engine.turn;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscription;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

/** The fence behind a cancelled stream is behind all the stream sends, also what it sends while it is being subscribed to. */
class StreamStartTest {

    private final List<String> sent = new CopyOnWriteArrayList<>();

    @Test
    void aCancelThatComesWhileAStreamIsSubscribedToFencesBehindIt() {
        ScriptedWire wire = new ScriptedWire() {
            @Override
            public Mono<Void> fence() {
                return Mono.fromRunnable(() -> sent.add("fence"));
            }
        };
        wire.endsOnCancel = true;
        Turn turn = new Turn(wire, TurnLimits.DEFAULTS);
        AtomicReference<Subscription> caller = new AtomicReference<>();
        Publisher<Integer> begins = subscriber -> {
            subscriber.onSubscribe(Operators.emptySubscription());
            Mono.fromRunnable(() -> caller.get().cancel())
                    .subscribeOn(Schedulers.boundedElastic())
                    .block(Duration.ofSeconds(5));
            sent.add("begin");
        };
        turn.stream(begins).doOnSubscribe(caller::set).subscribe();
        StepVerifier.create(turn.one(Mono.just(1)))
                .expectNext(1)
                .expectComplete()
                .verify(Duration.ofSeconds(5));
        assertThat(sent).containsExactly("begin", "fence");
    }
}
