package io.fluxalchemy.dialect;

/** Words of queries that some databases leave out or say otherwise. The defaults are the standard's. */
public interface QuerySyntax {

    /** The standard's. */
    QuerySyntax STANDARD = new QuerySyntax() {};

    /** What stands before the first common table expression where one of them is recursive. */
    default String recursive() {
        return "with recursive ";
    }

    /** What stands between a table and its alias. */
    default String alias() {
        return " as ";
    }

    /**
     * Whether a lateral sub-query is joined by {@code cross apply} and {@code outer apply}. Those take no condition: one that says
     * more than true is refused.
     */
    default boolean appliesLateral() {
        return false;
    }

    /** Whether a sub-query may have an order although it takes all rows; where not, the order is left out, as it means nothing. */
    default boolean ordersSubQueries() {
        return true;
    }

    /**
     * Whether an operand of a set operation may have an order or a limit of its own in parentheses; where not, it becomes a
     * sub-query in FROM.
     */
    default boolean limitsOperands() {
        return true;
    }
}
