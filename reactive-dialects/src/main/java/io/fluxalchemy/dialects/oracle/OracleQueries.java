package io.fluxalchemy.dialects.oracle;

import io.fluxalchemy.dialect.QuerySyntax;

/** WITH is recursive without a word, a table's alias has none before it, and only counted off rows have an order inside a query. */
final class OracleQueries implements QuerySyntax {

    @Override
    public String recursive() {
        return "with ";
    }

    @Override
    public String alias() {
        return " ";
    }

    @Override
    public boolean ordersSubQueries() {
        return false;
    }

    @Override
    public boolean limitsOperands() {
        return false;
    }
}
