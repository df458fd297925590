package io.fluxalchemy.sql;

/** The numeric value of an aggregate function. */
public interface NumericAggregate<N extends Number> extends NumericExpression<N>, Aggregate<N, NumericExpression<N>> {

    @Override
    NumericAggregate<N> filterWhere(Condition condition);
}
