package io.fluxalchemy.dialects.mysqlfamily;

import io.fluxalchemy.dialect.Feature;
import io.fluxalchemy.dialect.StandardExpressions;
import io.fluxalchemy.dialect.TransactionStart;
import io.fluxalchemy.dialect.TransactionSyntax;
import io.fluxalchemy.error.StatementException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Transactions of MySQL and MariaDB. SET TRANSACTION without SESSION is for the next transaction alone, so nothing of it stays behind. Limits
 * are the session's: what they were is kept in variables of the session and put back.
 */
public final class FamilyTransactions implements TransactionSyntax {

    private final String dialect;
    private final boolean limitsStatements;

    /** @param limitsStatements whether the server ends any statement that runs longer than {@code max_statement_time} */
    public FamilyTransactions(String dialect, boolean limitsStatements) {
        this.dialect = dialect;
        this.limitsStatements = limitsStatements;
    }

    @Override
    public List<String> begin(TransactionStart start) {
        if (start.deferrable()) {
            throw StandardExpressions.missing(Feature.DEFERRABLE_TRANSACTIONS.description(), dialect);
        }
        if (start.statementTimeout() != null && !limitsStatements) {
            throw StandardExpressions.missing("a limit of the run of every statement (only of queries)", dialect);
        }
        List<String> texts = new ArrayList<>();
        if (start.statementTimeout() != null) {
            texts.add("set @fluxalchemy_statement = @@session.max_statement_time, session max_statement_time = "
                    + BigDecimal.valueOf(Math.max(1, start.statementTimeout().toMillis()), 3));
        }
        if (start.lockTimeout() != null) {
            long seconds = seconds(start.lockTimeout());
            texts.add("set @fluxalchemy_lock = @@session.innodb_lock_wait_timeout,"
                    + " @fluxalchemy_metadata_lock = @@session.lock_wait_timeout,"
                    + " session innodb_lock_wait_timeout = " + seconds + ", session lock_wait_timeout = " + seconds);
        }
        if (start.isolation() != null) {
            texts.add(
                    "set transaction isolation level " + start.isolation().sql().toLowerCase(Locale.ROOT));
        }
        texts.add(start.readOnly() ? "start transaction read only" : "start transaction");
        return List.copyOf(texts);
    }

    @Override
    public List<String> restore(TransactionStart start) {
        List<String> texts = new ArrayList<>();
        if (start.statementTimeout() != null) {
            texts.add("set session max_statement_time = @fluxalchemy_statement");
        }
        if (start.lockTimeout() != null) {
            texts.add("set session innodb_lock_wait_timeout = @fluxalchemy_lock,"
                    + " session lock_wait_timeout = @fluxalchemy_metadata_lock");
        }
        return List.copyOf(texts);
    }

    private long seconds(Duration limit) {
        if (limit.toSeconds() < 1 || !limit.equals(Duration.ofSeconds(limit.toSeconds()))) {
            throw new StatementException(dialect + " counts the wait for a lock in whole seconds, 1 at the least, and "
                    + limit + " was asked for: say lockTimeout(Duration.ofSeconds(…))");
        }
        return limit.toSeconds();
    }
}
