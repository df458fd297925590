package io.fluxalchemy.mapping.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxalchemy.mapping.session.Gathering.Call;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;
import reactor.test.scheduler.VirtualTimeScheduler;

/** Which calls share which statement, and how each of them ends; the statements end when the test says so. */
class GatheringTest {

    private static final int MOST = 100;
    private static final Duration LONG = Duration.ofSeconds(30);

    /** A statement that was sent. */
    private static final class Sent {
        final List<Integer> keys;
        final List<Call<Integer, String>> calls;
        final Sinks.Empty<Void> end = Sinks.empty();
        boolean cancelled;

        Sent(List<Call<Integer, String>> calls) {
            this.calls = List.copyOf(calls);
            this.keys = calls.stream().map(Call::key).toList();
        }

        /** Rows for all but the negative keys. */
        void answer() {
            calls.stream().filter(call -> call.key() >= 0).forEach(call -> call.accept("row " + call.key()));
            end.tryEmitEmpty();
        }
    }

    /** One who has called. */
    private static final class Caller implements CoreSubscriber<String> {
        final List<String> heard = new ArrayList<>();

        @Nullable
        Throwable error;

        @Nullable
        Subscription subscription;

        @Override
        public void onSubscribe(Subscription s) {
            subscription = s;
            s.request(1);
        }

        @Override
        public void onNext(String value) {
            heard.add(value);
        }

        @Override
        public void onError(Throwable e) {
            heard.add("error");
            error = e;
        }

        @Override
        public void onComplete() {
            heard.add("end");
        }

        void cancel() {
            if (subscription != null) {
                subscription.cancel();
            }
        }
    }

    private final List<Sent> sent = new ArrayList<>();
    private final Gathering<Integer, String> gathering = new Gathering<>(MOST, calls -> {
        Sent statement = new Sent(calls);
        sent.add(statement);
        return statement.end.asMono().doOnCancel(() -> statement.cancelled = true);
    });

    private VirtualTimeScheduler clock = VirtualTimeScheduler.create();

    @BeforeEach
    void turnTheClock() {
        clock = VirtualTimeScheduler.getOrSet();
    }

    @AfterEach
    void giveTheClockBack() {
        VirtualTimeScheduler.reset();
    }

    private Caller call(int key) {
        Caller caller = new Caller();
        gathering.call(key).subscribe(caller);
        return caller;
    }

    private List<Caller> calls(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(this::call).toList();
    }

    @Test
    void aCallLeavesAtOnceAndThoseThatComeMeanwhileLeaveTogether() {
        List<Caller> callers = calls(1, 30);
        assertThat(sent).extracting(statement -> statement.keys).containsExactly(List.of(1), List.of(2));
        sent.get(0).answer();
        assertThat(callers.get(0).heard).containsExactly("row 1", "end");
        assertThat(sent).hasSize(3);
        assertThat(sent.get(2).keys).hasSize(28).startsWith(3).endsWith(30);
        sent.get(2).answer();
        assertThat(callers.get(29).heard).containsExactly("row 30", "end");
        assertThat(callers.get(1).heard).isEmpty();
        sent.get(1).answer();
        assertThat(callers).allSatisfy(caller -> assertThat(caller.heard).hasSize(2));
    }

    @Test
    void whereNoneIsUnderWayThoseWhoWaitAreHalvedSoThatOneGathersWhileTheOtherRuns() {
        calls(1, 33);
        sent.get(0).answer();
        assertThat(sent.get(2).keys).hasSize(31);
        sent.get(1).answer();
        calls(34, 54);
        assertThat(sent)
                .as("twenty-one are fewer than the thirty-one under way")
                .hasSize(3);
        sent.get(2).answer();
        assertThat(sent).hasSize(5);
        assertThat(sent.get(3).keys).hasSize(10);
        assertThat(sent.get(4).keys).hasSize(11);
    }

    @Test
    void aCallIsNeverAnsweredByAStatementThatWasSentBeforeIt() {
        Caller early = call(7);
        call(8);
        Caller late = call(7);
        sent.get(0).answer();
        assertThat(early.heard).containsExactly("row 7", "end");
        assertThat(late.heard).isEmpty();
        assertThat(sent.get(2).keys).containsExactly(7);
    }

    @Test
    void equalKeysHaveAnAnswerEachAndKeysWithoutARowEndEmpty() {
        calls(1, 2);
        List<Caller> callers = List.of(call(5), call(5), call(-1));
        sent.get(0).answer();
        assertThat(sent.get(2).keys).containsExactly(5, 5, -1);
        sent.get(2).answer();
        assertThat(callers.get(0).heard).containsExactly("row 5", "end");
        assertThat(callers.get(1).heard).containsExactly("row 5", "end");
        assertThat(callers.get(2).heard).containsExactly("end");
    }

    @Test
    void anErrorReachesEachCallerAndTheNextStatementRuns() {
        calls(1, 2);
        List<Caller> callers = calls(3, 5);
        sent.get(0).answer();
        IllegalStateException refused = new IllegalStateException("refused");
        sent.get(2).end.tryEmitError(refused);
        assertThat(callers).allSatisfy(caller -> {
            assertThat(caller.heard).containsExactly("error");
            assertThat(caller.error).isSameAs(refused);
        });
        Caller after = call(6);
        sent.get(3).answer();
        assertThat(after.heard).containsExactly("row 6", "end");
    }

    @Test
    void aStatementThatCannotBeMadeIsAnErrorOfItsCallers() {
        Gathering<Integer, String> unable = new Gathering<>(MOST, calls -> {
            throw new IllegalArgumentException("no such table");
        });
        StepVerifier.create(unable.call(1)).expectErrorMessage("no such table").verify(LONG);
        StepVerifier.create(unable.call(2)).expectErrorMessage("no such table").verify(LONG);
    }

    @Test
    void aCancelLeavesTheOthersAloneAndTheLastOneCancelsTheStatement() {
        calls(1, 2);
        List<Caller> callers = calls(3, 5);
        sent.get(0).answer();
        callers.get(0).cancel();
        callers.get(1).cancel();
        callers.get(1).cancel();
        assertThat(sent.get(2).cancelled).isFalse();
        sent.get(2).answer();
        assertThat(callers.get(0).heard).isEmpty();
        assertThat(callers.get(2).heard).containsExactly("row 5", "end");
        callers.get(2).cancel();

        List<Caller> all = calls(6, 6);
        all.forEach(Caller::cancel);
        assertThat(sent.get(3).cancelled).isTrue();
        Caller after = call(7);
        sent.get(4).answer();
        assertThat(after.heard).containsExactly("row 7", "end");
    }

    @Test
    void aCallCancelledWhileItWaitsIsNotAsked() {
        calls(1, 2);
        List<Caller> callers = calls(3, 5);
        callers.get(1).cancel();
        sent.get(0).answer();
        assertThat(sent.get(2).keys).containsExactly(3, 5);
        List<Caller> none = calls(6, 7);
        none.forEach(Caller::cancel);
        sent.get(1).answer();
        sent.get(2).answer();
        assertThat(sent).as("nobody is left to ask for").hasSize(3);
    }

    @Test
    void aTimeoutIsThatOfItsCallerOnly() {
        Caller other = call(1);
        List<Throwable> errors = new ArrayList<>();
        gathering.call(2).timeout(Duration.ofSeconds(1)).subscribe(value -> {}, errors::add);
        clock.advanceTimeBy(Duration.ofSeconds(1));
        assertThat(errors).singleElement().isInstanceOf(TimeoutException.class);
        assertThat(sent.get(1).cancelled).isTrue();
        sent.get(0).answer();
        assertThat(other.heard).containsExactly("row 1", "end");
    }

    @Test
    void nobodyWaitsLongForStatementsThatDoNotEnd() {
        calls(1, 2);
        clock.advanceTimeBy(Duration.ofSeconds(10));
        List<Caller> callers = calls(3, 9);
        assertThat(sent).hasSize(2);
        clock.advanceTimeBy(Duration.ofMillis(50));
        assertThat(sent).hasSize(3);
        assertThat(sent.get(2).keys).containsExactly(3, 4, 5, 6, 7, 8, 9);
        sent.get(2).answer();
        assertThat(callers).allSatisfy(caller -> assertThat(caller.heard).hasSize(2));
        call(10);
        assertThat(sent).as("the two that hang do not make room").hasSize(3);
        clock.advanceTimeBy(Duration.ofMillis(50));
        assertThat(sent.get(3).keys).containsExactly(10);
    }

    @Test
    void aStatementThatIsFullLeavesAtOnce() {
        calls(1, 2);
        List<Caller> callers = calls(1, MOST + 5);
        assertThat(sent).hasSize(3);
        assertThat(sent.get(2).keys).hasSize(MOST);
        sent.get(0).answer();
        sent.get(1).answer();
        assertThat(sent).as("five are fewer than the hundred under way").hasSize(3);
        sent.get(2).answer();
        sent.get(3).answer();
        sent.get(4).answer();
        assertThat(callers).allSatisfy(caller -> assertThat(caller.heard).hasSize(2));
    }

    @Test
    void aCallerThatThrowsKeepsNobodyFromAnAnswer() {
        calls(1, 2);
        gathering.call(3).subscribe(new CoreSubscriber<>() {
            @Override
            public void onSubscribe(Subscription s) {
                s.request(1);
            }

            @Override
            public void onNext(String value) {
                throw new IllegalStateException("mine alone");
            }

            @Override
            public void onError(Throwable e) {}

            @Override
            public void onComplete() {}
        });
        Caller other = call(4);
        sent.get(0).answer();
        sent.get(2).answer();
        assertThat(other.heard).containsExactly("row 4", "end");
        Caller after = call(5);
        sent.get(3).answer();
        assertThat(after.heard).containsExactly("row 5", "end");
    }

    @Test
    void nothingIsAskedWithoutDemand() {
        StepVerifier.create(gathering.call(1), 0)
                .expectSubscription()
                .then(() -> assertThat(sent).isEmpty())
                .thenRequest(1)
                .then(() -> sent.get(0).answer())
                .expectNext("row 1")
                .expectComplete()
                .verify(LONG);
    }

    @Test
    void aStatementHasNoCallersContext() {
        List<String> seen = new ArrayList<>();
        Gathering<Integer, String> looking = new Gathering<>(
                MOST,
                calls -> Mono.deferContextual(context -> {
                    seen.add(context.getOrDefault("tenant", "none"));
                    return Mono.empty();
                }));
        StepVerifier.create(looking.call(1).contextWrite(c -> c.put("tenant", "a")))
                .expectComplete()
                .verify(LONG);
        assertThat(seen).containsExactly("none");
    }

    @Test
    void callsAnsweredAtOnceDoNotGrowTheStack() {
        AtomicInteger statements = new AtomicInteger();
        Gathering<Integer, String> immediate = new Gathering<>(
                MOST,
                calls -> Mono.fromRunnable(() -> {
                    statements.incrementAndGet();
                    calls.forEach(call -> call.accept("row"));
                }));
        StepVerifier.create(Flux.range(0, 50_000).flatMap(immediate::call, 32).count())
                .expectNext(50_000L)
                .expectComplete()
                .verify(LONG);
        assertThat(statements).hasPositiveValue();
    }
}
