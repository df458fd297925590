package io.fluxalchemy.sql;

import java.util.List;

/** The tables a query reads so far, explicit or implied by what it selects; what a {@link JoinTarget} joins itself to. */
public interface FromClause {

    List<TableExpression> tables();
}
