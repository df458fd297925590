package io.fluxalchemy.dialects.mariadb;

import io.fluxalchemy.dialect.Feature;
import io.fluxalchemy.dialect.StandardExpressions;
import io.fluxalchemy.dialect.TransactionStart;
import io.fluxalchemy.dialect.TransactionSyntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Transactions of MariaDB. SET TRANSACTION without SESSION is for the next transaction alone, so nothing stays behind. */
final class MariaDbTransactions implements TransactionSyntax {

    @Override
    public List<String> begin(TransactionStart start) {
        if (start.deferrable()) {
            throw StandardExpressions.missing(Feature.DEFERRABLE_TRANSACTIONS.description(), "mariadb");
        }
        List<String> texts = new ArrayList<>(2);
        if (start.isolation() != null) {
            texts.add(
                    "set transaction isolation level " + start.isolation().sql().toLowerCase(Locale.ROOT));
        }
        texts.add(start.readOnly() ? "start transaction read only" : "start transaction");
        return List.copyOf(texts);
    }
}
