package io.fluxalchemy.sql;

import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.sql.tree.CastNode;
import io.fluxalchemy.sql.tree.Node;
import io.fluxalchemy.type.NumericType;
import io.fluxalchemy.type.SqlType;
import io.fluxalchemy.type.TemporalType;
import io.fluxalchemy.type.Types;
import java.time.temporal.Temporal;
import java.util.List;

/** An expression whose type is still to be said: a template, a function by name, a cast, a column by name. Immutable. */
public final class RawExpression {

    private final Node node;
    private final Said said;

    /** What the type that is said next does. */
    enum Said {
        READ,
        CAST,
        CAST_OR_NULL
    }

    RawExpression(Node node) {
        this(node, Said.READ);
    }

    RawExpression(Node node, Said said) {
        this.node = node;
        this.said = said;
    }

    public TextExpression asText() {
        return new ComputedText(node(Types.TEXT), Types.TEXT, null);
    }

    public <N extends Number> NumericExpression<N> asNumber(NumericType<N> type) {
        return new ComputedNumber<>(node(type), type, null);
    }

    public <T extends Temporal> TemporalExpression<T> asTemporal(TemporalType<T> type) {
        return new ComputedTemporal<>(node(type), type, null);
    }

    public Condition asCondition() {
        return Conditions.of(node(Types.BOOLEAN));
    }

    public <T> JsonExpression<T> asJson(SqlType<T> type) {
        return new ComputedJson<>(node(type), type, null);
    }

    public <E> ArrayExpression<List<E>, E> asArray(SqlType<E> element) {
        SqlType<List<E>> type = Types.arrayOf(element);
        return new ComputedArray<>(node(type), type, null);
    }

    public <T> ValueExpression<T> as(SqlType<T> type) {
        return new ComputedValue<>(node(type), type, null);
    }

    /** As an operand, where its type does not matter. */
    Node untyped() {
        if (said != Said.READ) {
            throw new StatementException(
                    "cast(…) needs the type to convert to: cast(x).asText(), .asNumber(BIGINT), …");
        }
        return node;
    }

    private Node node(SqlType<?> type) {
        return said == Said.READ ? node : new CastNode(node, type, said == Said.CAST_OR_NULL);
    }
}
