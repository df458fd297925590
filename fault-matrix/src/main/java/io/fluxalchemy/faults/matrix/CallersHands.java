package io.fluxalchemy.faults.matrix;

import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

/**
 * Where signals leave the library. What is handed over while its caller leaves is the caller's to drop: Reactive Streams (1.0.4,
 * rule 2.8) lets a publisher signal on until a cancel has reached it.
 */
public final class CallersHands {

    private static final StackWalker STACK = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

    private CallersHands() {}

    /** The same values; what happens to them downstream happens in the caller's hands. */
    public static <T> Flux<T> of(Flux<T> values) {
        return values.transform(Operators.<T, T>liftPublisher((source, caller) -> new Handover<>(caller)));
    }

    /** Whether the calling thread is handing a signal over. */
    public static boolean hold() {
        return STACK.walk(frames -> frames.anyMatch(frame -> frame.getDeclaringClass() == Handover.class));
    }

    private record Handover<T>(CoreSubscriber<? super T> caller) implements CoreSubscriber<T> {

        @Override
        public Context currentContext() {
            return caller.currentContext();
        }

        @Override
        public void onSubscribe(Subscription subscription) {
            caller.onSubscribe(subscription);
        }

        @Override
        public void onNext(T value) {
            caller.onNext(value);
        }

        @Override
        public void onError(Throwable error) {
            caller.onError(error);
        }

        @Override
        public void onComplete() {
            caller.onComplete();
        }
    }
}
