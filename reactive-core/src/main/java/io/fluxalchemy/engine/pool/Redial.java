package io.fluxalchemy.engine.pool;

import io.fluxalchemy.error.DatabaseException;
import io.fluxalchemy.error.ErrorKind;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * When a connection that could not be opened is tried again. A server that restarts refuses for a while, so those who wait go on
 * waiting, within the bound of their acquire, and one of them at a time tries for all, after a pause that grows and has jitter:
 * a thousand callers are no more trouble to the server than one. A definite refusal (login, database, TLS) is never tried again;
 * nor is a server that was never reached and does not answer, since that is a wrong URL rather than a restart.
 */
final class Redial {

    private static final long FIRST_PAUSE_MILLIS = 20;
    private static final long LONGEST_PAUSE_MILLIS = 500;
    private static final State WELL = new State(0, 0, null);

    private final UnaryOperator<Throwable> translation;
    private final long longestDial;
    private final AtomicReference<State> state = new AtomicReference<>(WELL);
    private volatile boolean reached;

    /** @param connectTimeout how long one attempt may take, for which nobody else tries */
    Redial(UnaryOperator<Throwable> translation, Duration connectTimeout) {
        this.translation = translation;
        this.longestDial = connectTimeout.toNanos();
    }

    /** The attempt, where it is time for one; else the last failure at once. */
    <T> Mono<T> dial(Mono<T> attempt) {
        return Mono.defer(() -> {
            State before = now();
            Throwable last = before.last;
            if (last == null) {
                return watched(attempt, before);
            }
            State held = before.until(longestDial);
            return before.isDue() && state.compareAndSet(before, held)
                    ? watched(attempt, before).doOnCancel(() -> state.compareAndSet(held, before))
                    : Mono.error(last);
        });
    }

    private <T> Mono<T> watched(Mono<T> attempt, State before) {
        return attempt.onErrorMap(translation)
                .doOnNext(connection -> answered())
                .doOnError(e -> failed(before, e));
    }

    /** Whether the failure may pass by itself. */
    boolean isPassing(Throwable translated) {
        if (!(translated instanceof DatabaseException database)) {
            return false;
        }
        return switch (database.kind()) {
            case RESOURCES_EXHAUSTED -> true;
            case CONNECTION_LOST -> reached || isWordOfTheServer(database.sqlState());
            default -> false;
        };
    }

    /** Whether it is worth asking for a connection. */
    boolean isDue() {
        return now().isDue();
    }

    /** Why the last attempt failed; null if it succeeded. */
    @Nullable
    Throwable last() {
        return now().last;
    }

    private State now() {
        return Objects.requireNonNull(state.get());
    }

    /** {@link ErrorKind#CONNECTION_LOST} with a state other than that of a broken link: it starts, stops or recovers. */
    private static boolean isWordOfTheServer(@Nullable String sqlState) {
        return sqlState != null && !sqlState.isEmpty() && !sqlState.startsWith("08");
    }

    private void answered() {
        reached = true;
        state.set(WELL);
    }

    /** Attempts that began together count as one. */
    private void failed(State before, Throwable translated) {
        if (isPassing(translated)) {
            state.updateAndGet(now -> now.failures == before.failures ? before.failed(translated) : now);
        } else {
            state.set(WELL);
        }
    }

    private record State(
            int failures, long notBefore, @Nullable Throwable last) {

        boolean isDue() {
            return last == null || Clock.now() - notBefore >= 0;
        }

        State until(long nanos) {
            return new State(failures, Clock.now() + nanos, last);
        }

        State failed(Throwable error) {
            long most = Math.min(LONGEST_PAUSE_MILLIS, FIRST_PAUSE_MILLIS << Math.min(failures, 10));
            long pause = most / 2 + ThreadLocalRandom.current().nextLong(most / 2 + 1);
            return new State(failures + 1, Clock.now() + TimeUnit.MILLISECONDS.toNanos(pause), error);
        }
    }
}
