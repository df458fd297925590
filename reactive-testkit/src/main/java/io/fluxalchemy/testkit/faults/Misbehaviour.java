package io.fluxalchemy.testkit.faults;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/** How a driver answers instead of as it should. */
public final class Misbehaviour {

    private final boolean asks;
    private final boolean throwsAtOnce;
    private final Supplier<? extends Throwable> error;
    private final boolean answers;
    private final AtomicInteger times;

    private Misbehaviour(
            boolean asks, boolean answers, boolean throwsAtOnce, Supplier<? extends Throwable> error, int times) {
        this.times = new AtomicInteger(times);
        this.asks = asks;
        this.answers = answers;
        this.throwsAtOnce = throwsAtOnce;
        this.error = error;
    }

    /**
     * Does nothing and answers with an error.
     *
     * @param error made for each answer
     * @return for {@link FaultyDriver#on}
     */
    public static Misbehaviour fails(Supplier<? extends Throwable> error) {
        return new Misbehaviour(false, true, false, error, Integer.MAX_VALUE);
    }

    /**
     * Does what was asked and answers with an error all the same.
     *
     * @param error made for each answer
     * @return for {@link FaultyDriver#on}
     */
    public static Misbehaviour failsAfterwards(Supplier<? extends Throwable> error) {
        return new Misbehaviour(true, true, false, error, Integer.MAX_VALUE);
    }

    /**
     * Does nothing and never answers.
     *
     * @return for {@link FaultyDriver#on}
     */
    public static Misbehaviour isSilent() {
        return new Misbehaviour(false, false, false, IllegalStateException::new, Integer.MAX_VALUE);
    }

    /**
     * Does what was asked and never answers.
     *
     * @return for {@link FaultyDriver#on}
     */
    public static Misbehaviour isSilentAfterwards() {
        return new Misbehaviour(true, false, false, IllegalStateException::new, Integer.MAX_VALUE);
    }

    /**
     * Throws when it is called, instead of returning a publisher.
     *
     * @param error made for each call
     * @return for {@link FaultyDriver#on}
     */
    public static Misbehaviour throwsAtOnce(Supplier<? extends RuntimeException> error) {
        return new Misbehaviour(false, true, true, error, Integer.MAX_VALUE);
    }

    /**
     * The same, one time only: then the driver behaves.
     *
     * @return for {@link FaultyDriver#on}
     */
    public Misbehaviour once() {
        return new Misbehaviour(asks, answers, throwsAtOnce, error, 1);
    }

    /** Whether it is still to happen; each question is one time less. */
    boolean happens() {
        return times.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
    }

    void throwIfAtOnce() {
        if (throwsAtOnce && error.get() instanceof RuntimeException thrown) {
            throw thrown;
        }
    }

    /** What is answered in place of the driver's own answer. */
    <T> Mono<T> instead(Mono<Void> asked) {
        Mono<T> answer = answers ? Mono.error(error) : Mono.never();
        return asks ? asked.then(answer) : answer;
    }
}
