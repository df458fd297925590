package io.fluxalchemy.dialects.sqlserver;

import io.fluxalchemy.dialect.Precedence;
import io.fluxalchemy.dialect.Spelling;
import io.fluxalchemy.dialect.TruthSyntax;

/** Truth is a {@code bit} in columns and values, and no value at all in conditions. */
final class SqlServerTruth implements TruthSyntax {

    private static final Spelling VALUE = Spelling.of("cast(case when {0} then 1 when not ({0}) then 0 end as bit)");

    private static final Spelling CONDITION = Spelling.of("{0} = 1", Precedence.COMPARISON, Precedence.COMPARISON + 1);

    @Override
    public Spelling asValue() {
        return VALUE;
    }

    @Override
    public Spelling asCondition() {
        return CONDITION;
    }
}
