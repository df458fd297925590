package io.fluxalchemy.engine.turn;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;

/**
 * A caller that leaves at the moment its answer arrives: the exchange has ended, so nothing of it is stopped on the server later,
 * where it would be the next statement that is stopped.
 */
class CancelAtTheEndTest {

    private static final int ROUNDS = 40_000;
    private static final Duration DRAIN = Duration.ofMillis(100);

    private final ScriptedWire wire = new ScriptedWire();
    private final Turn turn = new Turn(wire, new TurnLimits(256, false, DRAIN, DRAIN));

    @Test
    void nothingIsStoppedThatHasEnded() throws Exception {
        ExecutorService server = Executors.newSingleThreadExecutor();
        CyclicBarrier both = new CyclicBarrier(2);
        for (int i = 0; i < ROUNDS; i++) {
            AtomicReference<Subscriber<? super Integer>> answer = new AtomicReference<>();
            Publisher<Integer> exchange = subscriber -> {
                subscriber.onSubscribe(Operators.emptySubscription());
                answer.set(subscriber);
            };
            Disposable caller = turn.one(Mono.fromDirect(exchange)).subscribe();
            Future<?> answered = server.submit(() -> {
                both.await(60, TimeUnit.SECONDS);
                answer.get().onComplete();
                return null;
            });
            both.await(60, TimeUnit.SECONDS);
            caller.dispose();
            answered.get(60, TimeUnit.SECONDS);
        }
        server.shutdown();
        Mono.delay(DRAIN.multipliedBy(3)).block();
        assertThat(wire.cancels).as("exchanges that had ended and were stopped").hasValue(0);
    }
}
