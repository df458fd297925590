package io.fluxalchemy.dialects.oracle;

import io.fluxalchemy.dialect.Feature;
import io.fluxalchemy.dialect.Isolation;
import io.fluxalchemy.dialect.StandardExpressions;
import io.fluxalchemy.dialect.TransactionStart;
import io.fluxalchemy.dialect.TransactionSyntax;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Transactions of Oracle. SET TRANSACTION is the first statement of one; the driver's auto-commit is switched around it by the driver's
 * adapter. Reads of a read-only transaction see one point in time, so that is serializable too. A savepoint is never released.
 */
final class OracleTransactions implements TransactionSyntax {

    @Override
    public List<String> begin(TransactionStart start) {
        if (start.deferrable()) {
            throw StandardExpressions.missing(Feature.DEFERRABLE_TRANSACTIONS.description(), OracleDialect.NAME);
        } else if (start.statementTimeout() != null) {
            throw StandardExpressions.missing(
                    "a limit of the run of statements in a session (a deadline of the transaction is held by this side)",
                    OracleDialect.NAME);
        } else if (start.lockTimeout() != null) {
            throw StandardExpressions.missing(
                    "a limit of waits for rows in a session (a query may say noWait() or skipLocked())",
                    OracleDialect.NAME);
        }
        Isolation level = start.isolation() == null ? Isolation.READ_COMMITTED : start.isolation();
        if (level == Isolation.READ_UNCOMMITTED || level == Isolation.REPEATABLE_READ) {
            throw StandardExpressions.missing(
                    "the isolation level " + level.sql().toLowerCase(Locale.ROOT), OracleDialect.NAME);
        }
        return List.of(
                start.readOnly()
                        ? "set transaction read only"
                        : "set transaction isolation level " + level.sql().toLowerCase(Locale.ROOT));
    }

    /** No SQL of the server's: the driver's adapter calls the driver for it. */
    @Override
    public List<String> restore(TransactionStart start) {
        return List.of("set autocommit on");
    }

    @Override
    public @Nullable String release(String name) {
        return null;
    }
}
