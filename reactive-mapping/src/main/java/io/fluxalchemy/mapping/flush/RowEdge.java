package io.fluxalchemy.mapping.flush;

import io.fluxalchemy.mapping.model.ToOneAttribute;

/** One row refers to another that is written in the same flush, so their order matters. */
record RowEdge(EntityRow from, EntityRow to, ToOneAttribute<?, ?> attribute) {

    /** Whether the reference can be left out at first and written afterwards. */
    boolean isDeferrable() {
        return attribute.nullable() && attribute.updatable() && attribute.insertable();
    }
}
