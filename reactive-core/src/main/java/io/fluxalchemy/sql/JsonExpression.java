package io.fluxalchemy.sql;

import io.fluxalchemy.sql.tree.BinaryNode;
import io.fluxalchemy.sql.tree.BinaryOperator;
import io.fluxalchemy.sql.tree.CastNode;
import io.fluxalchemy.sql.tree.JsonPathNode;
import io.fluxalchemy.sql.tree.Node;
import io.fluxalchemy.sql.tree.ValueNode;
import io.fluxalchemy.type.NumericType;
import io.fluxalchemy.type.Types;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A JSON document. A step is a key, or the position of an array's element counted from 0; a missing step gives NULL. */
public interface JsonExpression<T> extends ExpressionOf<T, JsonExpression<T>> {

    @Override
    default JsonExpression<T> with(Node node, @Nullable String label) {
        return new ComputedJson<>(node, type(), label);
    }

    /** The part of the document at this path. */
    default JsonExpression<Object> path(String... steps) {
        return new ComputedJson<>(new JsonPathNode(node(), List.of(steps), false), Types.json(Object.class), null);
    }

    /** The text at this path. */
    default TextExpression text(String... steps) {
        return new ComputedText(new JsonPathNode(node(), List.of(steps), true), Widening.text(type()), null);
    }

    /** The number at this path. */
    default <N extends Number> NumericExpression<N> number(NumericType<N> type, String... steps) {
        return new ComputedNumber<>(new CastNode(new JsonPathNode(node(), List.of(steps), true), type), type, null);
    }

    /** Whether the document is an object that has this key. */
    default Condition hasKey(String key) {
        return Conditions.of(
                new BinaryNode(BinaryOperator.JSON_HAS_KEY, node(), new ValueNode(Widening.text(type()), key)));
    }
}
