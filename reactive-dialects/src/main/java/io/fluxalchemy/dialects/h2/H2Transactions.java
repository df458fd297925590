package io.fluxalchemy.dialects.h2;

import io.fluxalchemy.dialect.Feature;
import io.fluxalchemy.dialect.Isolation;
import io.fluxalchemy.dialect.StandardExpressions;
import io.fluxalchemy.dialect.TransactionStart;
import io.fluxalchemy.dialect.TransactionSyntax;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Transactions of H2. Isolation is the session's there, so every transaction sets it: none runs under what an earlier one asked
 * for. Limits are the session's too: what they were is kept in variables of the session and put back.
 */
final class H2Transactions implements TransactionSyntax {

    private static final Isolation DEFAULT = Isolation.READ_COMMITTED;

    @Override
    public List<String> begin(TransactionStart start) {
        if (start.readOnly()) {
            throw StandardExpressions.missing(Feature.READ_ONLY_TRANSACTIONS.description(), "h2");
        } else if (start.deferrable()) {
            throw StandardExpressions.missing(Feature.DEFERRABLE_TRANSACTIONS.description(), "h2");
        }
        List<String> texts = new ArrayList<>();
        if (start.statementTimeout() != null) {
            texts.add(
                    "set @fluxalchemy_query_timeout = (select cast(setting_value as int) from information_schema.settings"
                            + " where setting_name = 'QUERY_TIMEOUT')");
            texts.add("set query_timeout " + millis(start.statementTimeout()));
        }
        if (start.lockTimeout() != null) {
            texts.add("set @fluxalchemy_lock_timeout = lock_timeout()");
            texts.add("set lock_timeout " + millis(start.lockTimeout()));
        }
        texts.add(isolation(start.isolation()));
        texts.add("begin");
        return List.copyOf(texts);
    }

    @Override
    public List<String> restore(TransactionStart start) {
        List<String> texts = new ArrayList<>();
        if (start.statementTimeout() != null) {
            texts.add("set query_timeout @fluxalchemy_query_timeout");
        }
        if (start.lockTimeout() != null) {
            texts.add("set lock_timeout @fluxalchemy_lock_timeout");
        }
        if (start.isolation() != null) {
            texts.add(isolation(DEFAULT));
        }
        return List.copyOf(texts);
    }

    private static String isolation(@Nullable Isolation isolation) {
        Isolation level = isolation == null ? DEFAULT : isolation;
        return "set session characteristics as transaction isolation level "
                + level.sql().toLowerCase(Locale.ROOT);
    }

    private static long millis(Duration limit) {
        return Math.max(1, limit.toMillis());
    }
}
