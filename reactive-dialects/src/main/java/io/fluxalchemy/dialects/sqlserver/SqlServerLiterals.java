package io.fluxalchemy.dialects.sqlserver;

import io.fluxalchemy.dialect.LiteralSyntax;
import io.fluxalchemy.dialect.StandardExpressions;
import io.fluxalchemy.dialect.StandardLiterals;
import io.fluxalchemy.dialect.TypeSyntax;
import io.fluxalchemy.type.Storage;
import java.time.Instant;
import java.time.temporal.Temporal;
import java.util.HexFormat;

/** Literals: text beyond one code page wants an N, dates and times are cast from text in ISO form. */
final class SqlServerLiterals implements LiteralSyntax {

    private final StandardLiterals standard;

    SqlServerLiterals(TypeSyntax types) {
        this.standard = new StandardLiterals(types, SqlServerLiterals::text);
    }

    static String text(String value) {
        return "N'" + value.replace("'", "''") + "'";
    }

    @Override
    public String literal(Storage storage, Object canonical) {
        if (canonical instanceof String text) {
            return text(text);
        } else if (canonical instanceof Boolean value) {
            return standard.cast(value ? "1" : "0", storage);
        } else if (canonical instanceof byte[] bytes) {
            return "0x" + HexFormat.of().formatHex(bytes);
        } else if (canonical instanceof Instant instant) {
            return standard.cast("'" + StandardLiterals.utc(instant) + " +00:00'", storage);
        }
        boolean isFinite = canonical instanceof Double number
                ? Double.isFinite(number)
                : !(canonical instanceof Float real) || Float.isFinite(real);
        if (!isFinite) {
            throw StandardExpressions.missing("a literal of " + canonical, SqlServerDialect.NAME);
        }
        String literal = standard.literal(storage, canonical);
        // date '2020-01-02' and its kin have their type before them
        return canonical instanceof Temporal
                ? standard.cast(literal.substring(literal.indexOf('\'')), storage)
                : literal;
    }
}
