package io.fluxalchemy.dialects.sqlserver;

import io.fluxalchemy.dialect.QuerySyntax;

/** WITH is recursive without a word, LATERAL is APPLY, and only counted off rows have an order inside a query. */
final class SqlServerQueries implements QuerySyntax {

    @Override
    public String recursive() {
        return "with ";
    }

    @Override
    public boolean appliesLateral() {
        return true;
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
