package io.fluxalchemy.engine.turn;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxalchemy.engine.turn.ExchangeMono.Running;
import io.fluxalchemy.error.FatalErrorException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import reactor.core.Exceptions;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import reactor.test.publisher.TestPublisher;

/** What is made of an exchange's items, when it is emitted, and which error is told. */
class ExchangeMonoTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    @Test
    void theResultIsMadeWhenTheExchangeHasEnded() {
        TestPublisher<String> items = TestPublisher.create();
        StepVerifier.create(exchange(items.flux()))
                .then(() -> items.next("a", "b"))
                .expectNoEvent(Duration.ofMillis(20))
                .then(items::complete)
                .expectNext(List.of("a", "b"))
                .expectComplete()
                .verify(SOON);
    }

    @Test
    void theResultWaitsForDemand() {
        StepVerifier.create(exchange(Flux.just("a")), 0)
                .expectSubscription()
                .expectNoEvent(Duration.ofMillis(20))
                .thenRequest(1)
                .expectNext(List.of("a"))
                .expectComplete()
                .verify(SOON);
    }

    @Test
    void anExchangeWithoutAResultCompletesEmpty() {
        StepVerifier.create(ExchangeMono.of(context -> new Running<>(Flux.just("a"), new Collected() {
                    @Override
                    public @Nullable List<Object> completed() {
                        return null;
                    }
                })))
                .expectComplete()
                .verify(SOON);
    }

    @Test
    void anErrorIsTheOneTheEndMakesOfIt() {
        StepVerifier.create(exchange(Flux.error(new IllegalStateException("driver"))))
                .expectErrorMessage("told driver")
                .verify(SOON);
    }

    @Test
    void aCheckedExceptionThrownOnTheWayIsToldAsItIs() {
        StepVerifier.create(exchange(Flux.just("a").map(item -> {
                    throw Exceptions.propagate(new IOException("thrown"));
                })))
                .expectErrorMessage("told thrown")
                .verify(SOON);
        TestPublisher<String> items = TestPublisher.create();
        StepVerifier.create(exchange(items.flux()))
                .then(() -> items.error(Exceptions.propagate(new IOException("wrapped"))))
                .expectErrorMessage("told wrapped")
                .verify(SOON);
    }

    @Test
    void whatTheEndThrowsIsTheError() {
        StepVerifier.create(ExchangeMono.of(context -> new Running<>(Flux.just("a"), new Collected() {
                    @Override
                    public List<Object> completed() {
                        throw new IllegalStateException("a row could not be read");
                    }
                })))
                .expectErrorMessage("a row could not be read")
                .verify(SOON);
    }

    @Test
    void aCheckedExceptionThatTheEndOrTheStartThrowsIsToldAsItIs() {
        StepVerifier.create(ExchangeMono.of(context -> new Running<>(Flux.just("a"), new Collected() {
                    @Override
                    public List<Object> completed() {
                        throw Exceptions.propagate(new IOException("thrown"));
                    }
                })))
                .expectErrorSatisfies(e -> assertThat(e).isExactlyInstanceOf(IOException.class))
                .verify(SOON);
        StepVerifier.create(ExchangeMono.<Object>of(context -> {
                    throw Exceptions.propagate(new IOException("no value"));
                }))
                .expectErrorSatisfies(e -> assertThat(e).isExactlyInstanceOf(IOException.class))
                .verify(SOON);
    }

    @Test
    void whatTheStartThrowsIsTheErrorAnErrorOfTheJvmToo() {
        StepVerifier.create(ExchangeMono.<Object>of(context -> {
                    throw new IllegalArgumentException("no value");
                }))
                .expectErrorMessage("no value")
                .verify(SOON);
        StepVerifier.create(ExchangeMono.<Object>of(context -> {
                    throw new NoClassDefFoundError("gone");
                }))
                .expectError(FatalErrorException.class)
                .verify(SOON);
    }

    @Test
    void aCancelReachesTheExchangeAndNothingIsEmittedAfterIt() {
        TestPublisher<String> items = TestPublisher.createNoncompliant(TestPublisher.Violation.CLEANUP_ON_TERMINATE);
        StepVerifier.create(exchange(items.flux())).thenCancel().verify(SOON);
        items.assertCancelled();
    }

    @Test
    void theSubscribersContextReachesTheStartAndTheExchange() {
        List<Object> seen = new ArrayList<>();
        Mono<List<Object>> exchange = ExchangeMono.of(context -> {
            seen.add(context.get("key"));
            return new Running<>(Flux.deferContextual(inner -> Flux.just(inner.<Integer>get("key"))), new Collected());
        });
        StepVerifier.create(exchange.contextWrite(c -> c.put("key", 1)))
                .expectNext(List.of(1))
                .expectComplete()
                .verify(SOON);
        assertThat(seen).containsExactly(1);
    }

    private static Mono<List<Object>> exchange(Publisher<?> items) {
        return ExchangeMono.of(context -> new Running<>(items, new Collected()));
    }

    private static class Collected implements ExchangeEnd<List<Object>> {

        private final List<Object> items = new ArrayList<>();

        @Override
        public void item(Object item) {
            items.add(item);
        }

        @Override
        public @Nullable List<Object> completed() {
            return items;
        }

        @Override
        public Throwable failed(Throwable error) {
            return new IllegalStateException("told " + error.getMessage());
        }
    }
}
