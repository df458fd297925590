package io.fluxalchemy.dialects.mysqlfamily;

import io.fluxalchemy.dialect.ExpressionSyntax;
import io.fluxalchemy.dialect.LiteralSyntax;
import io.fluxalchemy.dialect.StandardLiterals;
import io.fluxalchemy.dialect.TypeSyntax;
import io.fluxalchemy.type.Storage;
import java.time.Instant;

/** Literals; a point in time is a date and a time in UTC, a JSON document its text. */
public final class FamilyLiterals implements LiteralSyntax {

    private final StandardLiterals standard;
    private final ExpressionSyntax expressions;

    public FamilyLiterals(TypeSyntax types, ExpressionSyntax expressions) {
        this.standard = new StandardLiterals(types, expressions::literal);
        this.expressions = expressions;
    }

    @Override
    public String literal(Storage storage, Object canonical) {
        if (canonical instanceof Instant instant) {
            return "timestamp '" + StandardLiterals.utc(instant) + "'";
        } else if (storage == Storage.Simple.JSON) {
            return expressions.literal(canonical.toString());
        }
        return standard.literal(storage, canonical);
    }
}
