package io.fluxalchemy.sql;

import io.fluxalchemy.sql.tree.Node;
import org.jspecify.annotations.Nullable;

/**
 * An expression that knows its own kind, so that a function which keeps the kind is written once for all of them.
 *
 * @param <T> the Java class of the value
 * @param <E> the kind, such as {@link TextExpression}
 */
public interface ExpressionOf<T, E extends Expression<T>> extends Expression<T> {

    /** The same kind and type over another node, under a label or none. For authors of kinds and functions. */
    E with(Node node, @Nullable String label);

    @Override
    default E as(String alias) {
        return with(node(), Labels.require(alias));
    }
}
