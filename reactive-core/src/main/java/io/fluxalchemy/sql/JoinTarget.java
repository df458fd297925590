package io.fluxalchemy.sql;

/** What {@code join(x)} takes without a condition: a table, joined over the one foreign key, or a mapped relation. */
public interface JoinTarget {

    /**
     * The joins this target stands for, in order, given the query's FROM so far.
     *
     * @throws io.fluxalchemy.error.StatementException if no or more than one way to join exists; the message lists the candidates
     */
    java.util.List<JoinStep> joinSteps(FromClause from);
}
