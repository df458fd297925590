package io.fluxalchemy.engine.turn;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

/**
 * Two exchanges of which the second is on its way before the first is answered. What the second yields counts only where the first
 * has succeeded: a failure of the first is the failure of both, told when the second has ended too, or at once where no answer to
 * it can come any more.
 */
public final class TogetherMono<T> extends Mono<T> {

    private final Mono<Void> first;
    private final Mono<T> second;
    private final BooleanSupplier isLost;

    private TogetherMono(Mono<Void> first, Mono<T> second, BooleanSupplier isLost) {
        this.first = first;
        this.second = second;
        this.isLost = isLost;
    }

    /** @param isLost whether nothing is answered any more, asked when the first has failed */
    public static <T> Mono<T> of(Mono<Void> first, Mono<T> second, BooleanSupplier isLost) {
        return new TogetherMono<>(first, second, isLost);
    }

    @Override
    public void subscribe(CoreSubscriber<? super T> actual) {
        Both<T> both = new Both<>(actual, isLost);
        actual.onSubscribe(both);
        if (!both.isOver()) {
            first.subscribe(new First(both));
        }
        if (!both.isOver()) {
            second.subscribe(both);
        }
    }

    /** One subscription; as a subscriber, that of the second. */
    private static final class Both<T> implements CoreSubscriber<T>, Subscription {

        private static final int FIRST_ENDED = 1;
        private static final int SECOND_ENDED = 2;
        private static final int OVER = 4;
        private static final int HELD = 8;
        private static final int REQUESTED = 16;
        private static final int CANCELLED = 32;

        private final CoreSubscriber<? super T> actual;
        private final BooleanSupplier isLost;
        private final AtomicInteger state = new AtomicInteger();
        private volatile @Nullable Subscription first;
        private volatile @Nullable Subscription second;
        private volatile @Nullable Throwable firstFailure;
        private volatile @Nullable Throwable secondFailure;
        private volatile @Nullable T value;

        Both(CoreSubscriber<? super T> actual, BooleanSupplier isLost) {
            this.actual = actual;
            this.isLost = isLost;
        }

        @Override
        public Context currentContext() {
            return actual.currentContext();
        }

        boolean isOver() {
            return (state.get() & OVER) != 0;
        }

        void first(Subscription s) {
            first = s;
            begin(s);
        }

        void firstEnded(@Nullable Throwable error) {
            firstFailure = error;
            if (error != null && isLost.getAsBoolean()) {
                endWith(error, second);
            } else {
                ended(FIRST_ENDED);
            }
        }

        @Override
        public void onSubscribe(Subscription s) {
            if (Operators.validate(second, s)) {
                second = s;
                begin(s);
            }
        }

        private void begin(Subscription s) {
            if (isOver()) {
                s.cancel();
            } else {
                s.request(Long.MAX_VALUE);
            }
        }

        @Override
        public void onNext(T item) {
            value = item;
        }

        @Override
        public void onError(Throwable error) {
            if ((state.get() & FIRST_ENDED) == 0) {
                endWith(error, first);
            } else {
                secondFailure = error;
                ended(SECOND_ENDED);
            }
        }

        @Override
        public void onComplete() {
            ended(SECOND_ENDED);
        }

        private void ended(int flag) {
            int now = state.updateAndGet(flags -> flags | flag);
            if ((now & (FIRST_ENDED | SECOND_ENDED)) == (FIRST_ENDED | SECOND_ENDED) && end()) {
                Throwable failure = firstFailure == null ? secondFailure : firstFailure;
                if (failure != null) {
                    actual.onError(failure);
                } else if (value == null) {
                    actual.onComplete();
                } else {
                    emitWith(HELD);
                }
            }
        }

        private void endWith(Throwable error, @Nullable Subscription other) {
            if (end()) {
                stop(other);
                actual.onError(error);
            }
        }

        private boolean end() {
            return (state.getAndUpdate(flags -> flags | OVER) & OVER) == 0;
        }

        @Override
        public void request(long n) {
            if (Operators.validate(n)) {
                emitWith(REQUESTED);
            }
        }

        /** Emits when the value is there and somebody wants it. */
        private void emitWith(int flag) {
            int before = state.getAndUpdate(flags -> flags | flag);
            T result = value;
            boolean isNow = ((before | flag) & (HELD | REQUESTED | CANCELLED)) == (HELD | REQUESTED);
            if ((before & flag) == 0 && isNow && result != null) {
                actual.onNext(result);
                actual.onComplete();
            }
        }

        @Override
        public void cancel() {
            state.getAndUpdate(flags -> flags | CANCELLED);
            if (end()) {
                stop(first);
                stop(second);
            }
        }

        private static void stop(@Nullable Subscription s) {
            if (s != null) {
                s.cancel();
            }
        }
    }

    /** The subscriber of the first. */
    private record First(Both<?> both) implements CoreSubscriber<Void> {

        @Override
        public Context currentContext() {
            return both.currentContext();
        }

        @Override
        public void onSubscribe(Subscription s) {
            both.first(s);
        }

        @Override
        public void onNext(Void nothing) {
            // it yields nothing
        }

        @Override
        public void onError(Throwable error) {
            both.firstEnded(error);
        }

        @Override
        public void onComplete() {
            both.firstEnded(null);
        }
    }
}
