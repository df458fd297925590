package io.fluxalchemy.type;

import java.time.temporal.Temporal;

/** A type of dates and times; marks what temporal arithmetic may work on. */
public interface TemporalType<T extends Temporal> extends SqlType<T> {

    /** The type that keeps every digit and cuts none, which values are compared and computed in. */
    default TemporalType<T> exact() {
        return this;
    }
}
