package io.fluxalchemy.dialects.mysqlfamily;

import io.fluxalchemy.dialect.StandardExpressions;
import io.fluxalchemy.schema.Generation;
import org.jspecify.annotations.Nullable;

/** Columns that count up: where they begin is an option of the table, of which each has one such column at most. */
public final class FamilyIdentity {

    private FamilyIdentity() {}

    /** The option with a space behind it; empty where nothing is to be said. */
    public static String start(Generation.@Nullable Identity identity, String dialect) {
        if (identity == null || identity.start() == 1) {
            return "";
        } else if (identity.start() < 1) {
            throw StandardExpressions.missing("identity columns that begin at " + identity.start(), dialect);
        }
        return "auto_increment = " + identity.start() + " ";
    }
}
