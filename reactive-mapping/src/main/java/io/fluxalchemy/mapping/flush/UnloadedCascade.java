package io.fluxalchemy.mapping.flush;

import io.fluxalchemy.mapping.model.RelationLink;
import io.fluxalchemy.mapping.state.EntityEntry;

/** A relation that must be loaded before a flush, because deleting its owner deletes its members too. */
public record UnloadedCascade(EntityEntry<?> owner, RelationLink relation) {}
