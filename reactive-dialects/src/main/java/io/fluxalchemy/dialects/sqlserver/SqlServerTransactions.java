package io.fluxalchemy.dialects.sqlserver;

import io.fluxalchemy.dialect.Feature;
import io.fluxalchemy.dialect.StandardExpressions;
import io.fluxalchemy.dialect.TransactionStart;
import io.fluxalchemy.dialect.TransactionSyntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Transactions of SQL Server. Isolation and the limit of locks are the session's: both are put back to what a new session has when the
 * transaction ends. A savepoint is never released. Some errors make the server end the transaction by itself, so a rollback looks first.
 */
final class SqlServerTransactions implements TransactionSyntax {

    @Override
    public List<String> begin(TransactionStart start) {
        if (start.readOnly()) {
            throw StandardExpressions.missing(Feature.READ_ONLY_TRANSACTIONS.description(), SqlServerDialect.NAME);
        } else if (start.deferrable()) {
            throw StandardExpressions.missing(Feature.DEFERRABLE_TRANSACTIONS.description(), SqlServerDialect.NAME);
        } else if (start.statementTimeout() != null) {
            throw StandardExpressions.missing(
                    "a limit of the run of statements on the server (a deadline of the transaction is held by this side)",
                    SqlServerDialect.NAME);
        }
        StringBuilder text = new StringBuilder();
        if (start.lockTimeout() != null) {
            text.append("set lock_timeout ")
                    .append(Math.max(1, start.lockTimeout().toMillis()))
                    .append("; ");
        }
        if (start.isolation() != null) {
            text.append("set transaction isolation level ")
                    .append(start.isolation().sql().toLowerCase(Locale.ROOT))
                    .append("; ");
        }
        return List.of(text.append("begin transaction").toString());
    }

    @Override
    public List<String> restore(TransactionStart start) {
        List<String> texts = new ArrayList<>();
        if (start.lockTimeout() != null) {
            texts.add("set lock_timeout -1");
        }
        if (start.isolation() != null) {
            texts.add("set transaction isolation level read committed");
        }
        return texts.isEmpty() ? List.of() : List.of(String.join("; ", texts));
    }

    @Override
    public String commit() {
        return "commit transaction";
    }

    @Override
    public String rollback() {
        return "if @@trancount > 0 rollback transaction";
    }

    @Override
    public String savepoint(String name) {
        return "save transaction " + TransactionSyntax.requirePlain(name);
    }

    @Override
    public String rollbackTo(String name) {
        return "rollback transaction " + TransactionSyntax.requirePlain(name);
    }

    @Override
    public @Nullable String release(String name) {
        return null;
    }
}
