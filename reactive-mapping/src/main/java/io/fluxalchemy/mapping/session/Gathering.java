package io.fluxalchemy.mapping.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;
import reactor.core.scheduler.Schedulers;
import reactor.util.context.Context;

/**
 * Calls that share statements. A call leaves at once while few statements are under way; those that come meanwhile wait for one
 * of them to end, and leave together. Nobody waits longer than two looks of a clock for statements that are not his own.
 *
 * <p>A statement belongs to no call alone, so this subscribes to it itself, with an empty Context, and cancels it with the last of
 * its calls. Thread-safe.
 */
final class Gathering<K, V> {

    /** While one is on its way the next gathers; more would only make them smaller. */
    private static final int MOST_UNDER_WAY = 2;

    private static final long LOOK_MILLIS = 25;

    private final int most;
    private final Function<List<Call<K, V>>, Mono<?>> statement;
    private final Queue<Call<K, V>> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger waitingCalls = new AtomicInteger();
    private final AtomicInteger statementsUnderWay = new AtomicInteger();
    private final AtomicInteger callsUnderWay = new AtomicInteger();
    private final AtomicInteger drains = new AtomicInteger();
    private final AtomicBoolean watched = new AtomicBoolean();
    /** How many statements have left. */
    private final AtomicInteger left = new AtomicInteger();

    private volatile boolean overdue;

    /**
     * @param most how many calls share one statement
     * @param statement answers calls by {@link Call#accept}; those without an answer when it completes are answered empty
     */
    Gathering(int most, Function<List<Call<K, V>>, Mono<?>> statement) {
        this.most = most;
        this.statement = statement;
    }

    /** One call for each subscription; it waits from the first demand on. */
    Mono<V> call(K key) {
        return new CallMono<>(this, key);
    }

    private void enter(Call<K, V> call) {
        waiting.add(call);
        waitingCalls.incrementAndGet();
        drain();
    }

    /** One thread at a time sends; what the others bring meanwhile it sees before it goes. */
    private void drain() {
        if (drains.getAndIncrement() != 0) {
            return;
        }
        int seen = 1;
        do {
            send();
            seen = drains.addAndGet(-seen);
        } while (seen != 0);
    }

    private void send() {
        for (int calls = due(); calls > 0; calls = due()) {
            Statement<K, V> next = new Statement<>(this, calls);
            Call<K, V> call;
            for (int i = 0; i < calls && (call = waiting.poll()) != null; i++) {
                waitingCalls.decrementAndGet();
                next.take(call);
            }
            next.start();
        }
        overdue = false;
        if (waitingCalls.get() > 0 && watched.compareAndSet(false, true)) {
            int before = left.get();
            Schedulers.parallel().schedule(() -> look(before), LOOK_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    /** How many of those who wait are to leave now. */
    private int due() {
        int ready = waitingCalls.get();
        int running = statementsUnderWay.get();
        if (ready >= most || overdue) {
            return Math.min(ready, most);
        }
        if (running == 0) {
            return ready == 0 ? 0 : Math.max(1, ready / MOST_UNDER_WAY);
        }
        return running < MOST_UNDER_WAY && ready >= callsUnderWay.get() ? ready : 0;
    }

    /** Whoever leaves takes along all who came before, so that where none has left since, somebody has waited that long. */
    private void look(int before) {
        watched.set(false);
        if (left.get() == before) {
            overdue = true;
        }
        drain();
    }

    private void begun(int calls) {
        left.incrementAndGet();
        statementsUnderWay.incrementAndGet();
        callsUnderWay.addAndGet(calls);
    }

    private void ended(int calls) {
        statementsUnderWay.decrementAndGet();
        callsUnderWay.addAndGet(-calls);
        drain();
    }

    /** A statement under way, for those of its calls that have not been cancelled. */
    private static final class Statement<K, V> extends BaseSubscriber<Object> {

        private final Gathering<K, V> gathering;
        private final List<Call<K, V>> calls;
        /** Those who want it still, and one more while it is being made. */
        private final AtomicInteger wanted = new AtomicInteger(1);

        private final AtomicBoolean over = new AtomicBoolean();

        Statement(Gathering<K, V> gathering, int size) {
            this.gathering = gathering;
            this.calls = new ArrayList<>(size);
        }

        void take(Call<K, V> call) {
            wanted.incrementAndGet();
            if (call.isTakenBy(this)) {
                calls.add(call);
            } else {
                wanted.decrementAndGet();
            }
        }

        void start() {
            if (wanted.get() > 1) {
                gathering.begun(calls.size());
                Mono.defer(() -> gathering.statement.apply(calls)).subscribe(this);
                unwanted();
            }
        }

        void unwanted() {
            if (wanted.decrementAndGet() == 0 && over.compareAndSet(false, true)) {
                cancel();
                gathering.ended(calls.size());
            }
        }

        @Override
        public Context currentContext() {
            return Context.empty();
        }

        @Override
        protected void hookOnComplete() {
            end(Call::complete);
        }

        @Override
        protected void hookOnError(Throwable error) {
            end(call -> call.fail(error));
        }

        /** Those who call again at once when they are answered gather for the next statement. */
        private void end(Consumer<Call<K, V>> answer) {
            if (over.compareAndSet(false, true)) {
                try {
                    calls.forEach(call -> tell(call, answer));
                } finally {
                    gathering.ended(calls.size());
                }
            }
        }

        /** What one throws is not the others' affair. */
        private void tell(Call<K, V> call, Consumer<Call<K, V>> answer) {
            try {
                if (call.isLeaving(this)) {
                    answer.accept(call);
                }
            } catch (RuntimeException | Error e) {
                Operators.onErrorDropped(e, call.actual.currentContext());
            }
        }
    }

    private static final class CallMono<K, V> extends Mono<V> {

        private final Gathering<K, V> gathering;
        private final K key;

        CallMono(Gathering<K, V> gathering, K key) {
            this.gathering = gathering;
            this.key = key;
        }

        @Override
        public void subscribe(CoreSubscriber<? super V> actual) {
            actual.onSubscribe(new Call<>(gathering, key, actual));
        }
    }

    /** One who waits for an answer. */
    static final class Call<K, V> implements Subscription, Consumer<V> {

        private static final Object OVER = new Object();

        private final Gathering<K, V> gathering;
        private final K key;
        private final CoreSubscriber<? super V> actual;
        private final AtomicBoolean asked = new AtomicBoolean();
        /** Its statement once there is one, and {@link #OVER} in the end. */
        private final AtomicReference<@Nullable Object> place = new AtomicReference<>();

        private @Nullable V answer;

        private Call(Gathering<K, V> gathering, K key, CoreSubscriber<? super V> actual) {
            this.gathering = gathering;
            this.key = key;
            this.actual = actual;
        }

        K key() {
            return key;
        }

        /** Whether it was cancelled, so that no answer need be made. */
        boolean isOver() {
            return place.get() == OVER;
        }

        @Override
        public void accept(V value) {
            answer = value;
        }

        /** The answer it has is not the one. */
        void forget() {
            answer = null;
        }

        private boolean isTakenBy(Statement<K, V> taking) {
            return place.compareAndSet(null, taking);
        }

        private boolean isLeaving(Statement<K, V> ending) {
            return place.compareAndSet(ending, OVER);
        }

        private void complete() {
            V value = answer;
            if (value != null) {
                actual.onNext(value);
            }
            actual.onComplete();
        }

        private void fail(Throwable error) {
            actual.onError(error);
        }

        @Override
        public void request(long n) {
            if (Operators.validate(n) && asked.compareAndSet(false, true)) {
                gathering.enter(this);
            }
        }

        @Override
        public void cancel() {
            if (place.getAndSet(OVER) instanceof Statement<?, ?> statement) {
                statement.unwanted();
            }
        }
    }
}
