package io.fluxalchemy.engine.turn;

import io.fluxalchemy.error.FatalErrorException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.Exceptions;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * One exchange with the driver, from its first item to what is made of it: one operator where a chain of them would count,
 * translate errors, observe the end and emit the result. Cold; each subscription has an {@link ExchangeEnd} of its own.
 */
public final class ExchangeMono<T> extends Mono<T> {

    /** What one subscription runs. */
    public record Running<T>(Publisher<?> items, ExchangeEnd<T> end) {}

    private final Function<ContextView, Running<T>> start;

    private ExchangeMono(Function<ContextView, Running<T>> start) {
        this.start = start;
    }

    /** @param start begins an exchange for a subscriber with this Context; what it throws is the exchange's error */
    public static <T> Mono<T> of(Function<ContextView, Running<T>> start) {
        return new ExchangeMono<>(start);
    }

    @Override
    public void subscribe(CoreSubscriber<? super T> actual) {
        Running<T> running;
        try {
            running = start.apply(actual.currentContext());
        } catch (VirtualMachineError | LinkageError e) {
            Operators.error(actual, new FatalErrorException(e));
            return;
        } catch (RuntimeException | Error e) {
            Operators.error(actual, Exceptions.unwrap(e));
            return;
        }
        running.items().subscribe(new Items<>(actual, running.end()));
    }

    private static final class Items<T> implements CoreSubscriber<Object>, Subscription {

        private static final int REQUESTED = 1;
        private static final int HELD = 2;
        private static final int OVER = 4;

        private final CoreSubscriber<? super T> actual;
        private final ExchangeEnd<T> end;
        private final AtomicInteger state = new AtomicInteger();
        private @Nullable Subscription upstream;
        private @Nullable T value;

        Items(CoreSubscriber<? super T> actual, ExchangeEnd<T> end) {
            this.actual = actual;
            this.end = end;
        }

        @Override
        public Context currentContext() {
            return actual.currentContext();
        }

        @Override
        public void onSubscribe(Subscription s) {
            if (Operators.validate(upstream, s)) {
                upstream = s;
                actual.onSubscribe(this);
                s.request(Long.MAX_VALUE);
            }
        }

        @Override
        public void onNext(Object item) {
            end.item(item);
        }

        @Override
        public void onError(Throwable error) {
            // checked exceptions come wrapped, from readers of the user's too
            actual.onError(end.failed(Exceptions.unwrap(error)));
        }

        @Override
        public void onComplete() {
            T result;
            try {
                result = end.completed();
            } catch (RuntimeException e) {
                actual.onError(Exceptions.unwrap(e));
                return;
            }
            if (result == null) {
                actual.onComplete();
                return;
            }
            value = result;
            if ((state.getAndUpdate(now -> now | HELD) & (REQUESTED | OVER)) == REQUESTED) {
                emit(result);
            }
        }

        @Override
        public void request(long n) {
            if (Operators.validate(n)) {
                int before = state.getAndUpdate(now -> now | REQUESTED);
                T held = value;
                if (before == HELD && held != null) {
                    emit(held);
                }
            }
        }

        @Override
        public void cancel() {
            state.getAndUpdate(now -> now | OVER);
            Subscription s = upstream;
            if (s != null) {
                s.cancel();
            }
        }

        private void emit(T result) {
            actual.onNext(result);
            actual.onComplete();
        }
    }
}
