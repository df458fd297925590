package io.fluxalchemy.sql.tree;

import org.jspecify.annotations.Nullable;

/**
 * An expression of the user's own that databases spell differently. Immutable; two that spell the same must be equal, because a
 * construct is part of the key under which compiled statements are kept. Records and enums are.
 */
public interface Construct {

    /** The name that messages say. */
    String name();

    /**
     * The SQL in this dialect, with {@code {0}}, {@code {1}} … for the operands and {@code {*}} for all of them; null if the
     * dialect has nothing of the kind. The text comes from code, never from outside.
     */
    @Nullable
    String template(String dialect);

    /** Whether evaluating it reads only; anything else makes the engine treat its statement as one that may change anything. */
    default boolean readsOnly() {
        return true;
    }
}
