package io.fluxalchemy.sql;

import io.fluxalchemy.sql.tree.AggregateNode;
import io.fluxalchemy.sql.tree.Node;
import io.fluxalchemy.sql.tree.OverNode;
import io.fluxalchemy.type.SqlType;
import org.jspecify.annotations.Nullable;

/** A call of an aggregate that yields a value of the kind of some other expression. */
record KindAggregate<T, E extends Expression<T>>(AggregateNode node, ExpressionOf<T, E> kind)
        implements Aggregate<T, E> {

    @Override
    public SqlType<T> type() {
        return kind.type();
    }

    @Override
    public E with(Node other, @Nullable String label) {
        return kind.with(other, label);
    }

    @Override
    public E over(Window window) {
        return with(new OverNode(node, window.tree()), null);
    }

    @Override
    public Aggregate<T, E> filterWhere(Condition condition) {
        return new KindAggregate<>(AggregateVerbs.filtered(node, condition), kind);
    }
}
