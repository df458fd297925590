package io.fluxalchemy.dialects.oracle;

import io.fluxalchemy.dialect.LiteralSyntax;
import io.fluxalchemy.dialect.StandardLiterals;
import io.fluxalchemy.dialect.TypeSyntax;
import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.type.Storage;
import java.time.Instant;
import java.time.LocalTime;
import java.util.HexFormat;
import java.util.UUID;

/** Literals; the empty text has none, since it is NULL. */
final class OracleLiterals implements LiteralSyntax {

    private final StandardLiterals standard;

    OracleLiterals(TypeSyntax types) {
        this.standard = new StandardLiterals(types, OracleLiterals::text);
    }

    private static String text(String value) {
        if (value.isEmpty()) {
            throw new StatementException("oracle has no empty text: it is NULL there");
        }
        return "'" + value.replace("'", "''") + "'";
    }

    @Override
    public String literal(Storage storage, Object canonical) {
        if (storage == Storage.Simple.JSON) {
            return "json(" + text(canonical.toString()) + ")";
        } else if (canonical instanceof byte[] bytes) {
            return "hextoraw('" + HexFormat.of().formatHex(bytes) + "')";
        } else if (canonical instanceof UUID uuid) {
            return "hextoraw('" + uuid.toString().replace("-", "") + "')";
        } else if (canonical instanceof Instant instant) {
            return "timestamp '" + StandardLiterals.utc(instant) + " +00:00'";
        } else if (canonical instanceof LocalTime time) {
            return "numtodsinterval(" + time.toNanoOfDay() / 1_000 + " / 1000000, 'second')";
        }
        return standard.literal(storage, canonical);
    }
}
