package io.fluxalchemy.sql;

import io.fluxalchemy.sql.tree.AggregateNode;
import io.fluxalchemy.sql.tree.OverNode;
import io.fluxalchemy.type.SqlType;

/** A call of an aggregate that yields a number. */
record NumberAggregate<N extends Number>(AggregateNode node, SqlType<N> type) implements NumericAggregate<N> {

    @Override
    public NumericExpression<N> over(Window window) {
        return with(new OverNode(node, window.tree()), null);
    }

    @Override
    public NumericAggregate<N> filterWhere(Condition condition) {
        return new NumberAggregate<>(AggregateVerbs.filtered(node, condition), type);
    }
}
