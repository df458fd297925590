package io.fluxalchemy.sql.tree;

import io.fluxalchemy.type.Wrapping;
import org.jspecify.annotations.Nullable;

/**
 * One item of a select list or of RETURNING, with its label if it has one.
 *
 * @param wrapping the SQL its type has around what a caller reads; null for none
 */
public record ItemTree(
        Node node, @Nullable String alias, @Nullable Wrapping wrapping) {

    /** An item whose type has no SQL around its values. */
    public ItemTree(Node node, @Nullable String alias) {
        this(node, alias, null);
    }
}
