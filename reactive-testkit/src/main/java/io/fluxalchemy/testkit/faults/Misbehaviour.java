package io.fluxalchemy.testkit.faults;

import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/** How a driver answers instead of as it should. */
public final class Misbehaviour {

    private final boolean asks;
    private final boolean throwsAtOnce;
    private final Supplier<? extends Throwable> error;
    private final boolean answers;

    private Misbehaviour(boolean asks, boolean answers, boolean throwsAtOnce, Supplier<? extends Throwable> error) {
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
        return new Misbehaviour(false, true, false, error);
    }

    /**
     * Does what was asked and answers with an error all the same.
     *
     * @param error made for each answer
     * @return for {@link FaultyDriver#on}
     */
    public static Misbehaviour failsAfterwards(Supplier<? extends Throwable> error) {
        return new Misbehaviour(true, true, false, error);
    }

    /**
     * Does nothing and never answers.
     *
     * @return for {@link FaultyDriver#on}
     */
    public static Misbehaviour isSilent() {
        return new Misbehaviour(false, false, false, IllegalStateException::new);
    }

    /**
     * Does what was asked and never answers.
     *
     * @return for {@link FaultyDriver#on}
     */
    public static Misbehaviour isSilentAfterwards() {
        return new Misbehaviour(true, false, false, IllegalStateException::new);
    }

    /**
     * Throws when it is called, instead of returning a publisher.
     *
     * @param error made for each call
     * @return for {@link FaultyDriver#on}
     */
    public static Misbehaviour throwsAtOnce(Supplier<? extends RuntimeException> error) {
        return new Misbehaviour(false, true, true, error);
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
