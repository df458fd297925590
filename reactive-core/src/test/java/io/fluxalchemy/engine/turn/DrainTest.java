package io.fluxalchemy.engine.turn;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

/** A cancel that reaches the server too early is lost there. */
class DrainTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    private final ScriptedWire wire = new ScriptedWire();

    @Test
    void aCancelTheServerDidNotHeedIsSentAgain() {
        Turn turn = new Turn(wire, new TurnLimits(256, false, Duration.ofMillis(10), Duration.ofSeconds(4)));
        Sinks.Empty<Integer> exchange = Sinks.empty();
        wire.onCancel = () -> {
            if (wire.cancels.get() == 3) {
                exchange.tryEmitEmpty();
            }
        };
        Disposable caller = turn.one(exchange.asMono()).subscribe();
        caller.dispose();
        StepVerifier.create(turn.one(Mono.just(1)))
                .expectNext(1)
                .expectComplete()
                .verify(SOON);
        assertThat(wire.cancels).hasValue(3);
        assertThat(wire.abandoned).isFalse();
    }

    @Test
    void noCancelIsSentOnceTheExchangeHasEnded() throws InterruptedException {
        Turn turn = new Turn(wire, new TurnLimits(256, false, Duration.ofMillis(10), Duration.ofSeconds(4)));
        Sinks.Empty<Integer> exchange = Sinks.empty();
        wire.onCancel = exchange::tryEmitEmpty;
        Disposable caller = turn.one(exchange.asMono()).subscribe();
        caller.dispose();
        StepVerifier.create(turn.one(Mono.just(1)))
                .expectNext(1)
                .expectComplete()
                .verify(SOON);
        Thread.sleep(250);
        assertThat(wire.cancels).hasValue(1);
    }

    @Test
    void whatIsGivenUpIsCancelledNoMore() throws InterruptedException {
        Turn turn = new Turn(wire, new TurnLimits(256, false, Duration.ofMillis(10), Duration.ofMillis(150)));
        Disposable caller = turn.one(Mono.never()).subscribe();
        caller.dispose();
        StepVerifier.create(turn.one(Mono.just(1)))
                .expectNext(1)
                .expectComplete()
                .verify(SOON);
        int cancels = wire.cancels.get();
        Thread.sleep(250);
        assertThat(wire.abandoned).isTrue();
        assertThat(wire.cancels).hasValue(cancels);
    }
}
