package io.fluxalchemy.engine.turn;

import java.util.function.BiFunction;
import java.util.function.Function;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;

/**
 * {@code usingWhen} for scopes whose regular end may fail: a commit that is refused reaches the subscriber as it is, not wrapped
 * as a failed clean-up. An end that has begun is not interrupted by a cancel, and nothing is signalled to one who has cancelled.
 */
public final class Scoped {

    private Scoped() {}

    public static <S, T> Mono<T> one(
            Mono<S> scope,
            Function<S, Mono<T>> body,
            Function<S, Mono<Void>> completed,
            BiFunction<S, Throwable, Mono<Void>> failed,
            Function<S, Mono<Void>> cancelled) {
        return new ScopedMono<>(scope, body, completed, failed, cancelled, false);
    }

    /**
     * As {@link #one}, for a subscriber who must hear of the end also when it came after a cancel, and who deals itself with what
     * those behind it throw.
     */
    static <S, T> Mono<T> untilEnd(
            Mono<S> scope,
            Function<S, Mono<T>> body,
            Function<S, Mono<Void>> completed,
            BiFunction<S, Throwable, Mono<Void>> failed,
            Function<S, Mono<Void>> cancelled) {
        return new ScopedMono<>(scope, body, completed, failed, cancelled, true);
    }

    public static <S, T> Flux<T> many(
            Mono<S> scope,
            Function<S, Publisher<T>> body,
            Function<S, Mono<Void>> completed,
            BiFunction<S, Throwable, Mono<Void>> failed,
            Function<S, Mono<Void>> cancelled) {
        return Flux.usingWhen(scope, body, s -> marked(completed.apply(s)), failed::apply, cancelled::apply)
                .transform(Operators.<T, T>lift((source, actual) -> new UntilCancel<>(actual)));
    }

    private static Mono<Void> marked(Mono<Void> end) {
        return end.onErrorMap(EndFailure::new);
    }

    /** The error of a scope as it was before {@code usingWhen} wrapped it. */
    static Throwable unwrap(Throwable error) {
        Throwable cause = error.getCause();
        Throwable end = cause instanceof EndFailure ? cause.getCause() : null;
        return end == null ? error : end;
    }

    /** Marks the error of a regular end on its way through {@code usingWhen}. */
    private static final class EndFailure extends RuntimeException {

        private static final long serialVersionUID = 1L;

        EndFailure(Throwable cause) {
            super(null, cause, false, false);
        }
    }
}
