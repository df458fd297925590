package io.fluxalchemy.dialects.postgresql;

import io.fluxalchemy.dialect.TransactionStart;
import io.fluxalchemy.dialect.TransactionSyntax;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Transactions of PostgreSQL: BEGIN with all its settings is one simple query, so it costs one round trip or none. */
final class PostgresTransactions implements TransactionSyntax {

    private static final int TRANSACTION_TIMEOUT_SINCE = 17;

    private final int version;

    PostgresTransactions(int version) {
        this.version = version;
    }

    @Override
    public List<String> begin(TransactionStart start) {
        StringBuilder text = new StringBuilder("begin");
        if (start.isolation() != null) {
            text.append(" isolation level ").append(start.isolation().sql().toLowerCase(java.util.Locale.ROOT));
        }
        if (start.readOnly()) {
            text.append(" read only");
        }
        if (start.deferrable()) {
            text.append(" deferrable");
        }
        setLocal(text, "statement_timeout", start.statementTimeout());
        setLocal(text, "lock_timeout", start.lockTimeout());
        if (version >= TRANSACTION_TIMEOUT_SINCE) {
            setLocal(text, "transaction_timeout", start.transactionTimeout());
        }
        return List.of(text.toString());
    }

    @Override
    public String idQuery() {
        return "select pg_current_xact_id_if_assigned()::text";
    }

    @Override
    public String statusQuery(String id) {
        return "select pg_xact_status('" + Long.parseUnsignedLong(id) + "'::xid8)";
    }

    private static void setLocal(StringBuilder text, String setting, @Nullable Duration limit) {
        if (limit != null) {
            text.append("; set local ").append(setting).append(" = ").append(Math.max(1, limit.toMillis()));
        }
    }
}
