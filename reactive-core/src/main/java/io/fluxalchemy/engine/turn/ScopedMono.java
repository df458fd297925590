package io.fluxalchemy.engine.turn;

import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

/**
 * A scope of one value: what it stands on, its body and its end in one operator. The value is held back until the end has
 * succeeded. Exactly one of the three ends runs, and one that has begun is not interrupted by a cancel.
 */
final class ScopedMono<S, T> extends Mono<T> {

    private final Mono<S> scope;
    private final Function<S, Mono<T>> body;
    private final Function<S, Mono<Void>> completed;
    private final BiFunction<S, Throwable, Mono<Void>> failed;
    private final Function<S, Mono<Void>> cancelled;
    private final boolean isHeardAfterCancel;

    /**
     * @param isHeardAfterCancel whether the end of a body that was over before a cancel is told nevertheless, to a subscriber that
     *     deals itself with what those behind it throw
     */
    ScopedMono(
            Mono<S> scope,
            Function<S, Mono<T>> body,
            Function<S, Mono<Void>> completed,
            BiFunction<S, Throwable, Mono<Void>> failed,
            Function<S, Mono<Void>> cancelled,
            boolean isHeardAfterCancel) {
        this.scope = scope;
        this.body = body;
        this.completed = completed;
        this.failed = failed;
        this.cancelled = cancelled;
        this.isHeardAfterCancel = isHeardAfterCancel;
    }

    @Override
    public void subscribe(CoreSubscriber<? super T> actual) {
        Run<S, T> run = new Run<>(this, actual);
        if (scope instanceof Callable<?> known) {
            standing(known, run, actual);
            return;
        }
        actual.onSubscribe(run);
        scope.subscribe(new Opening<>(run));
    }

    /** What is there already is ended also where its subscriber leaves at once. */
    @SuppressWarnings("unchecked") // the scope's own value
    private static <S, T> void standing(Callable<?> known, Run<S, T> run, CoreSubscriber<? super T> actual) {
        S resource;
        try {
            resource = (S) known.call();
        } catch (Exception e) {
            Operators.error(actual, e);
            return;
        }
        if (resource == null) {
            Operators.complete(actual);
            return;
        }
        run.stands(resource);
        actual.onSubscribe(run);
        run.begin(resource);
    }

    private enum Phase {
        OPENING,
        /** Left before there was a scope: one that comes nevertheless is ended at once. */
        LEFT,
        BODY,
        /** One of the ends runs, or has run. */
        ENDING
    }

    /** One subscription; as a subscriber, that of the body. */
    private static final class Run<S, T> implements CoreSubscriber<T>, Subscription {

        private final ScopedMono<S, T> operator;
        private final CoreSubscriber<? super T> actual;
        private final AtomicReference<Phase> phase = new AtomicReference<>(Phase.OPENING);
        private volatile @Nullable Subscription opening;
        private volatile @Nullable Subscription upstream;
        private volatile boolean requested;
        private volatile boolean left;
        private volatile @Nullable S opened;
        private @Nullable T value;

        Run(ScopedMono<S, T> operator, CoreSubscriber<? super T> actual) {
            this.operator = operator;
            this.actual = actual;
        }

        @Override
        public Context currentContext() {
            return actual.currentContext();
        }

        void opening(Subscription s) {
            opening = s;
            if (phase.get() == Phase.LEFT) {
                s.cancel();
            } else {
                s.request(Long.MAX_VALUE);
            }
        }

        void opened(S resource) {
            opened = resource;
            if (!phase.compareAndSet(Phase.OPENING, Phase.BODY)) {
                abandon(resource);
                return;
            }
            begin(resource);
        }

        void stands(S resource) {
            opened = resource;
            phase.set(Phase.BODY);
        }

        void begin(S resource) {
            if (phase.get() != Phase.BODY) {
                return;
            }
            Mono<T> source;
            try {
                source = Objects.requireNonNull(operator.body.apply(resource), "the body of a scope");
            } catch (Throwable e) {
                source = Mono.error(e);
            }
            source.subscribe(this);
        }

        void notOpened(@Nullable Throwable error) {
            if (phase.compareAndSet(Phase.OPENING, Phase.ENDING)) {
                tell(error);
            }
        }

        @Override
        public void onSubscribe(Subscription s) {
            if (Operators.validate(upstream, s)) {
                upstream = s;
                if (phase.get() != Phase.BODY) {
                    s.cancel();
                } else if (requested) {
                    s.request(Long.MAX_VALUE);
                }
            }
        }

        @Override
        public void onNext(T item) {
            if (phase.get() == Phase.BODY) {
                value = item;
            } else {
                Operators.onDiscard(item, actual.currentContext());
            }
        }

        @Override
        public void onError(Throwable error) {
            if (phase.compareAndSet(Phase.BODY, Phase.ENDING)) {
                end(() -> operator.failed.apply(resource(), error), endFailure -> failed(error, endFailure));
            }
        }

        @Override
        public void onComplete() {
            if (phase.compareAndSet(Phase.BODY, Phase.ENDING)) {
                end(() -> operator.completed.apply(resource()), this::tell);
            }
        }

        @Override
        public void request(long n) {
            if (Operators.validate(n)) {
                requested = true;
                Subscription s = upstream;
                if (s != null) {
                    s.request(Long.MAX_VALUE);
                }
            }
        }

        @Override
        public void cancel() {
            left = true;
            if (phase.compareAndSet(Phase.OPENING, Phase.LEFT)) {
                stop(opening);
            } else if (phase.compareAndSet(Phase.BODY, Phase.ENDING)) {
                stop(upstream);
                abandon(resource());
            }
        }

        private static void stop(@Nullable Subscription s) {
            if (s != null) {
                s.cancel();
            }
        }

        private S resource() {
            return Objects.requireNonNull(opened);
        }

        private void abandon(S resource) {
            end(() -> operator.cancelled.apply(resource), error -> {
                if (error != null) {
                    Operators.onErrorDropped(error, actual.currentContext());
                }
            });
        }

        private void end(Supplier<Mono<Void>> chosen, Consumer<@Nullable Throwable> ended) {
            Mono<Void> end;
            try {
                end = chosen.get();
            } catch (Throwable e) {
                end = Mono.error(e);
            }
            end.subscribe(new Ending(ended, actual.currentContext()));
        }

        private void failed(Throwable error, @Nullable Throwable endFailure) {
            if (endFailure != null && endFailure != error) {
                error.addSuppressed(endFailure);
            }
            tell(error);
        }

        /** What its subscriber hears, unless it has left. */
        private void tell(@Nullable Throwable error) {
            T result = value;
            if (operator.isHeardAfterCancel) {
                signal(result, error);
            } else if (left) {
                if (result != null) {
                    Operators.onDiscard(result, actual.currentContext());
                }
            } else {
                try {
                    signal(result, error);
                } catch (Throwable e) {
                    left = true;
                    ThrownError.tell(e, actual);
                }
            }
        }

        private void signal(@Nullable T result, @Nullable Throwable error) {
            if (error != null) {
                actual.onError(error);
                return;
            }
            if (result != null) {
                actual.onNext(result);
            }
            actual.onComplete();
        }
    }

    /** The subscriber of what the scope stands on. */
    private static final class Opening<S> implements CoreSubscriber<S> {

        private final Run<S, ?> run;
        private boolean isOver;

        Opening(Run<S, ?> run) {
            this.run = run;
        }

        @Override
        public Context currentContext() {
            return run.currentContext();
        }

        @Override
        public void onSubscribe(Subscription s) {
            run.opening(s);
        }

        @Override
        public void onNext(S resource) {
            if (!isOver) {
                isOver = true;
                run.opened(resource);
            }
        }

        @Override
        public void onError(Throwable error) {
            if (!isOver) {
                isOver = true;
                run.notOpened(error);
            }
        }

        @Override
        public void onComplete() {
            if (!isOver) {
                isOver = true;
                run.notOpened(null);
            }
        }
    }

    /** The subscriber of an end. */
    private record Ending(Consumer<@Nullable Throwable> ended, Context currentContext) implements CoreSubscriber<Void> {

        @Override
        public void onSubscribe(Subscription s) {
            s.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(Void nothing) {
            // an end yields nothing
        }

        @Override
        public void onError(Throwable error) {
            ended.accept(error);
        }

        @Override
        public void onComplete() {
            ended.accept(null);
        }
    }
}
