package io.fluxalchemy.mapping.load;

/** How a relation is loaded. */
enum LoadStrategy {
    /** One further statement for all owners of a result. */
    SELECTIN,
    /** In the owners' own statement. */
    JOINED,
    /** Not at all; touching it says which query forbade it. */
    RAISE
}
