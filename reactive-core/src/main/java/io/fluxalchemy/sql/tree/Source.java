package io.fluxalchemy.sql.tree;

import org.jspecify.annotations.Nullable;

/** Something FROM reads rows from. */
public sealed interface Source permits TableSource, DerivedSource, CteSource {

    /** The name columns are qualified with. */
    String qualifier();

    @Nullable
    String alias();
}
