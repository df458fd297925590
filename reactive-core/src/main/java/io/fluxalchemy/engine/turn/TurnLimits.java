package io.fluxalchemy.engine.turn;

import java.time.Duration;

/**
 * The bounds of a turn.
 *
 * @param waiting operations that may wait
 * @param isStrict whether an operation that would have to wait for another is refused instead
 * @param drain how long a cancelled operation may run on by itself before it is stopped on the server
 * @param stop how long it may take to end after that, before the connection is given up
 */
public record TurnLimits(int waiting, boolean isStrict, Duration drain, Duration stop) {

    public static final TurnLimits DEFAULTS = new TurnLimits(256, false, Duration.ofSeconds(1), Duration.ofSeconds(1));
}
