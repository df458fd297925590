package io.fluxalchemy.sql;

/** The value of an aggregate function over the rows of a group, or over a window. */
public interface Aggregate<T, E extends Expression<T>> extends ExpressionOf<T, E> {

    /** Over the rows of a window instead of a group. */
    E over(Window window);

    /** Counts only rows for which the condition is true. */
    Aggregate<T, E> filterWhere(Condition condition);
}
