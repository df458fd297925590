package io.fluxalchemy.engine.turn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SignalType;
import reactor.core.publisher.Sinks;

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
