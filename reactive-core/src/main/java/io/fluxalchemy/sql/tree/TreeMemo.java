package io.fluxalchemy.sql.tree;

import org.jspecify.annotations.Nullable;

/**
 * Where a compiler keeps what it made of the very tree this belongs to, for the next run of a query that is kept. One compiler at
 * a time: the last one wins. Takes no part in equality. Thread-safe: what is kept is immutable, and threads that meet make equal
 * things.
 */
public final class TreeMemo {

    private @Nullable Entry entry;

    private record Entry(Object owner, Object made) {}

    /** What this owner kept here; null if it did not, or another one did since. */
    public @Nullable Object get(Object owner) {
        Entry kept = entry;
        return kept != null && kept.owner == owner ? kept.made : null;
    }

    public void keep(Object owner, Object made) {
        entry = new Entry(owner, made);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TreeMemo;
    }

    @Override
    public int hashCode() {
        return 0;
    }

    @Override
    public String toString() {
        return "";
    }
}
