package io.fluxalchemy.mapping.load;

import io.fluxalchemy.mapping.model.ColumnPair;
import io.fluxalchemy.sql.Condition;
import io.fluxalchemy.sql.tree.BinaryNode;
import io.fluxalchemy.sql.tree.BinaryOperator;
import io.fluxalchemy.sql.tree.ColumnNode;
import io.fluxalchemy.sql.tree.LogicNode;
import io.fluxalchemy.sql.tree.Node;
import io.fluxalchemy.sql.tree.Source;
import io.fluxalchemy.type.SqlType;
import io.fluxalchemy.type.Types;
import java.util.List;

/** Where the columns of pairs are equal: the left ones in one source, the right ones in another. */
record JoinCondition(Node node) implements Condition {

    static JoinCondition of(Source left, Source right, List<ColumnPair> pairs) {
        List<Node> equal = pairs.stream()
                .<Node>map(pair -> new BinaryNode(
                        BinaryOperator.EQ, new ColumnNode(left, pair.left()), new ColumnNode(right, pair.right())))
                .toList();
        return new JoinCondition(equal.size() == 1 ? equal.get(0) : new LogicNode(true, equal));
    }

    @Override
    public SqlType<Boolean> type() {
        return Types.BOOLEAN;
    }
}
