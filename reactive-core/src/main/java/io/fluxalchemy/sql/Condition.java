package io.fluxalchemy.sql;

import io.fluxalchemy.sql.tree.NeutralNode;
import io.fluxalchemy.sql.tree.Node;
import io.fluxalchemy.sql.tree.UnaryNode;
import io.fluxalchemy.sql.tree.UnaryOperator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A truth value of SQL: true, false or unknown. A condition that an {@code …If} form dropped is neutral: {@code and},
 * {@code or} and {@code not} leave it out.
 */
public interface Condition extends ExpressionOf<Boolean, Condition> {

    @Override
    default Condition with(Node node, @Nullable String label) {
        return new ComputedCondition(node, label);
    }

    default Condition and(Condition other) {
        return Conditions.of(Conditions.join(true, List.of(node(), other.node())));
    }

    default Condition or(Condition other) {
        return Conditions.of(Conditions.join(false, List.of(node(), other.node())));
    }

    /** The opposite; unknown stays unknown. That of an opposite is the condition itself, which MariaDB does not say of {@code any}. */
    default Condition not() {
        if (node() instanceof NeutralNode) {
            return this;
        }
        boolean isOpposite = node() instanceof UnaryNode unary && unary.operator() == UnaryOperator.NOT;
        return Conditions.of(isOpposite ? ((UnaryNode) node()).operand() : new UnaryNode(UnaryOperator.NOT, node()));
    }
}
