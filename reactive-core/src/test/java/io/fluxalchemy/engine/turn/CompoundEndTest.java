package io.fluxalchemy.engine.turn;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

/** A compound that is cancelled while its end runs passes the turn on when that end is over. */
class CompoundEndTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    private final Turn turn = new Turn(new ScriptedWire(), TurnLimits.DEFAULTS);
    private final Sinks.Empty<Void> end = Sinks.empty();

    @Test
    void cancelledWhileItRollsBack() {
        passesTheTurnOn(Mono.error(new IllegalStateException("body")));
    }

    @Test
    void cancelledWhileItCompletes() {
        passesTheTurnOn(Mono.just(1));
    }

    private void passesTheTurnOn(Mono<Integer> body) {
        Disposable running = turn.compound(new PlainCompound<>(child -> body) {
                    @Override
                    public Mono<Void> completed(Turn child) {
                        return super.completed(child).then(end.asMono());
                    }

                    @Override
                    public Mono<Void> failed(Turn child, Throwable error) {
                        return super.failed(child, error).then(end.asMono());
                    }
                })
                .onErrorComplete()
                .subscribe();
        running.dispose();
        end.tryEmitEmpty();
        StepVerifier.create(turn.one(Mono.just(2)))
                .expectNext(2)
                .expectComplete()
                .verify(SOON);
    }
}
