package io.fluxalchemy.dialects.oracle;

import io.fluxalchemy.dialect.Spelling;
import io.fluxalchemy.dialect.TruthSyntax;

/** A truth value is a condition as it is; a condition becomes a value by CASE, which every place takes. */
final class OracleTruth implements TruthSyntax {

    private static final Spelling VALUE = Spelling.of("case when {0} then true when not ({0}) then false end");
    private static final Spelling CONDITION = Spelling.of("{0}");

    @Override
    public Spelling asValue() {
        return VALUE;
    }

    @Override
    public Spelling asCondition() {
        return CONDITION;
    }
}
