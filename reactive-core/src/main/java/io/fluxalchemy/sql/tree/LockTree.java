package io.fluxalchemy.sql.tree;

/** A row lock at the end of a SELECT. */
public record LockTree(Strength strength, Wait waiting) {

    public enum Strength {
        UPDATE,
        SHARE
    }

    public enum Wait {
        WAIT,
        NOWAIT,
        SKIP_LOCKED
    }
}
