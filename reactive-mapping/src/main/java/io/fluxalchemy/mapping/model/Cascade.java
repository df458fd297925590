package io.fluxalchemy.mapping.model;

/** Which session verbs reach the target of a relation. */
public enum Cascade {
    PERSIST,
    MERGE,
    REMOVE,
    REFRESH,
    DETACH
}
