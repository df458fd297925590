package io.fluxalchemy.engine.turn;

import org.jspecify.annotations.Nullable;

/** What is made of an exchange with the driver, whose items may have been consumed on their way here. Used by one subscription. */
public interface ExchangeEnd<T> {

    /** An item came through. */
    default void item(Object item) {}

    /**
     * The exchange has ended regularly.
     *
     * @return what it yields; null for nothing. What is thrown is the exchange's error instead, and is not passed to {@link #failed}
     */
    @Nullable
    T completed();

    /** The exchange has failed; the error to tell. */
    Throwable failed(Throwable error);
}
