package io.fluxalchemy.sql.tree;

import org.jspecify.annotations.Nullable;

/** Something FROM reads rows from. */
public sealed interface Source permits TableSource, DerivedSource, CteSource, ValuesSource, FunctionSource {

    /** The name columns are qualified with. */
    String qualifier();

    @Nullable
    String alias();

    /**
     * Whether a column of {@code other} is one of this source, as seen from within one statement: the same table under the same
     * name, or a query of the same name.
     */
    boolean answersTo(Source other);
}
