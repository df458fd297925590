package io.fluxalchemy.engine.pool;

/** Somebody who waits, and not for ever. */
interface Waiting {

    /** Called a few times a second on a timer's thread: ends the wait if its time is up. */
    void look(long now);
}
