package io.fluxalchemy.engine.pool;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

/**
 * The way back of a leased connection, once: whoever cancels no longer hears of it, and it goes on. A driver that answers on the
 * calling thread would run all that follows inside the pool's own release, and a pool closed there takes the connection away twice:
 * the release is over before anybody hears of it.
 */
final class GivingBack extends Mono<Void> {

    private final Lease lease;

    GivingBack(Lease lease) {
        this.lease = lease;
    }

    @Override
    public void subscribe(CoreSubscriber<? super Void> actual) {
        if (!lease.beginGivingBack()) {
            Operators.complete(actual);
            return;
        }
        Way way = new Way(lease, actual);
        actual.onSubscribe(way);
        Mono.defer(lease::parting).subscribe(way);
        way.mark(Way.GIVEN);
    }

    private static final class Way implements CoreSubscriber<Void>, Subscription {

        private static final int GIVEN = 1;
        private static final int OVER = 2;
        private static final int CANCELLED = 4;

        private final Lease lease;
        private final CoreSubscriber<? super Void> actual;
        private final AtomicInteger state = new AtomicInteger();
        private @Nullable Throwable failure;

        Way(Lease lease, CoreSubscriber<? super Void> actual) {
            this.lease = lease;
            this.actual = actual;
        }

        /** The caller's Context is not the pool's. */
        @Override
        public Context currentContext() {
            return Context.empty();
        }

        @Override
        public void onSubscribe(Subscription s) {
            s.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(Void nothing) {
            // it yields nothing
        }

        @Override
        public void onError(Throwable error) {
            failure = error;
            onComplete();
        }

        @Override
        public void onComplete() {
            lease.parted();
            mark(OVER);
        }

        void mark(int flag) {
            int now = state.getAndUpdate(flags -> flags | flag) | flag;
            if (now == (GIVEN | OVER)) {
                Throwable error = failure;
                if (error == null) {
                    actual.onComplete();
                } else {
                    actual.onError(error);
                }
            }
        }

        /** It yields nothing that could be asked for. */
        @Override
        public void request(long n) {
            Operators.validate(n);
        }

        @Override
        public void cancel() {
            state.getAndUpdate(flags -> flags | CANCELLED);
        }
    }
}
