package io.fluxalchemy.mapping.load;

/** One entity of a relation, and the key of the owner it belongs to. */
record Member<T>(Object ownerKey, T entity) {}
