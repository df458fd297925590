package io.fluxalchemy.dialects.postgresql;

import io.fluxalchemy.dialect.LiteralSyntax;
import io.fluxalchemy.dialect.StandardLiterals;
import io.fluxalchemy.type.NativeText;
import io.fluxalchemy.type.Storage;
import java.util.HexFormat;

/** Literals, with a cast where the place may not tell the type. */
final class PostgresLiterals implements LiteralSyntax {

    static final LiteralSyntax INSTANCE = new PostgresLiterals();

    private final StandardLiterals standard =
            new StandardLiterals(PostgresTypes.INSTANCE, PostgresExpressions.INSTANCE::literal);

    private PostgresLiterals() {}

    @Override
    public String literal(Storage storage, Object canonical) {
        if (canonical instanceof byte[] bytes) {
            return "decode('" + HexFormat.of().formatHex(bytes) + "', 'hex')";
        } else if (storage instanceof Storage.Array) {
            return standard.cast(PostgresExpressions.INSTANCE.literal(PostgresText.of(storage, canonical)), storage);
        } else if (storage == Storage.Simple.JSON
                || storage instanceof Storage.NamedEnum
                || canonical instanceof NativeText) {
            return standard.cast(PostgresExpressions.INSTANCE.literal(canonical.toString()), storage);
        }
        return standard.literal(storage, canonical);
    }
}
