package io.fluxalchemy.sql;

import io.fluxalchemy.sql.tree.Node;
import org.jspecify.annotations.Nullable;

/** A value of any other type, such as uuid, enum, bytes, types of the user's; also what sub-queries and {@code case} give. */
public interface ValueExpression<T> extends ExpressionOf<T, ValueExpression<T>> {

    @Override
    default ValueExpression<T> with(Node node, @Nullable String label) {
        return new ComputedValue<>(node, type(), label);
    }
}
