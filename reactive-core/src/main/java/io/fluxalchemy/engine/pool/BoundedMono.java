package io.fluxalchemy.engine.pool;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoOperator;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

/**
 * A wait with a bound. As Reactor's timeout but for its clock, the one that looks after all who wait in a {@link WaitingRoom}: it is
 * a little late, and costs no timer where the answer comes in time, as it nearly always does.
 */
final class BoundedMono<T> extends MonoOperator<T, T> {

    private final WaitingRoom room;
    private final Duration longest;
    private final Supplier<? extends Throwable> late;

    /** @param late the error of a wait whose time is up */
    BoundedMono(Mono<T> source, WaitingRoom room, Duration longest, Supplier<? extends Throwable> late) {
        super(source);
        this.room = room;
        this.longest = longest;
        this.late = late;
    }

    @Override
    public void subscribe(CoreSubscriber<? super T> actual) {
        source.subscribe(new Bounded<>(actual, room, Clock.now() + longest.toNanos(), late));
    }

    private static final class Bounded<T> implements CoreSubscriber<T>, Subscription, Waiting {

        private final CoreSubscriber<? super T> actual;
        private final WaitingRoom room;
        private final long deadline;
        private final Supplier<? extends Throwable> late;
        private final AtomicBoolean over = new AtomicBoolean();
        private volatile @Nullable Subscription upstream;

        Bounded(CoreSubscriber<? super T> actual, WaitingRoom room, long deadline, Supplier<? extends Throwable> late) {
            this.actual = actual;
            this.room = room;
            this.deadline = deadline;
            this.late = late;
        }

        @Override
        public Context currentContext() {
            return actual.currentContext();
        }

        @Override
        public void onSubscribe(Subscription s) {
            if (Operators.validate(upstream, s)) {
                upstream = s;
                room.enter(this);
                actual.onSubscribe(this);
            }
        }

        /** One value is all there is. */
        @Override
        public void onNext(T value) {
            if (end()) {
                actual.onNext(value);
                actual.onComplete();
            } else {
                Operators.onDiscard(value, actual.currentContext());
            }
        }

        @Override
        public void onError(Throwable error) {
            if (end()) {
                actual.onError(error);
            } else {
                Operators.onErrorDropped(error, actual.currentContext());
            }
        }

        @Override
        public void onComplete() {
            if (end()) {
                actual.onComplete();
            }
        }

        @Override
        public void look(long now) {
            if (now - deadline >= 0 && end()) {
                cancelUpstream();
                actual.onError(late.get());
            }
        }

        @Override
        public void request(long n) {
            Subscription s = upstream;
            if (s != null) {
                s.request(n);
            }
        }

        @Override
        public void cancel() {
            if (end()) {
                cancelUpstream();
            }
        }

        private boolean end() {
            if (!over.compareAndSet(false, true)) {
                return false;
            }
            room.leave(this);
            return true;
        }

        private void cancelUpstream() {
            Subscription s = upstream;
            if (s != null) {
                s.cancel();
            }
        }
    }
}
