package io.fluxalchemy.error;

/** How a transaction ended. Each has exactly one. */
public enum Outcome {
    COMMITTED,
    ROLLED_BACK,
    /** COMMIT was sent and its answer never came: stored or not, only the database can tell. */
    UNKNOWN
}
