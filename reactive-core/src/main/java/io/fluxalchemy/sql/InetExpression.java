package io.fluxalchemy.sql;

import io.fluxalchemy.sql.tree.BinaryNode;
import io.fluxalchemy.sql.tree.BinaryOperator;
import io.fluxalchemy.sql.tree.Node;
import io.fluxalchemy.type.Inet;
import org.jspecify.annotations.Nullable;

/** An address with its network; PostgreSQL. */
public interface InetExpression extends ExpressionOf<Inet, InetExpression> {

    @Override
    default InetExpression with(Node node, @Nullable String label) {
        return new ComputedInet(node, type(), label);
    }

    /** Whether the other address or network is in this network, or is it. */
    default Condition contains(Inet other) {
        return Comparison.of(BinaryOperator.NETWORK_CONTAINS, this, other, "contains");
    }

    /** Whether the other address or network is in this network, or is it. */
    default Condition contains(Expression<Inet> other) {
        return Comparison.of(BinaryOperator.NETWORK_CONTAINS, this, other);
    }

    /** Whether this address or network is in the other one, or is it. */
    default Condition isWithin(Inet network) {
        return Conditions.of(
                new BinaryNode(BinaryOperator.NETWORK_CONTAINS, Comparison.value(this, network, "isWithin"), node()));
    }
}
