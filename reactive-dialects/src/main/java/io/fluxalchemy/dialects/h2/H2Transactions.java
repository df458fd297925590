package io.fluxalchemy.dialects.h2;

import io.fluxalchemy.dialect.Feature;
import io.fluxalchemy.dialect.Isolation;
import io.fluxalchemy.dialect.StandardExpressions;
import io.fluxalchemy.dialect.TransactionStart;
import io.fluxalchemy.dialect.TransactionSyntax;
import java.util.List;
import java.util.Locale;

/**
 * Transactions of H2. Isolation is the session's there, so every transaction sets it: none runs under what an earlier one asked
 * for.
 */
final class H2Transactions implements TransactionSyntax {

    @Override
    public List<String> begin(TransactionStart start) {
        if (start.readOnly()) {
            throw StandardExpressions.missing(Feature.READ_ONLY_TRANSACTIONS.description(), "h2");
        } else if (start.deferrable()) {
            throw StandardExpressions.missing(Feature.DEFERRABLE_TRANSACTIONS.description(), "h2");
        }
        Isolation isolation = start.isolation() == null ? Isolation.READ_COMMITTED : start.isolation();
        return List.of(
                "set session characteristics as transaction isolation level "
                        + isolation.sql().toLowerCase(Locale.ROOT),
                "begin");
    }
}
