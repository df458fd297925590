package io.fluxalchemy.dialects.h2;

import io.fluxalchemy.dialect.LiteralSyntax;
import io.fluxalchemy.dialect.StandardLiterals;
import io.fluxalchemy.dialect.TypeSyntax;
import io.fluxalchemy.type.Storage;

/** Literals; a semicolon is written as an escape, since the driver takes it for the end of the statement also in quotes. */
final class H2Literals implements LiteralSyntax {

    private final StandardLiterals standard;

    H2Literals(TypeSyntax types) {
        this.standard = new StandardLiterals(types, H2Literals::text);
    }

    @Override
    public String literal(Storage storage, Object canonical) {
        return storage == Storage.Simple.JSON
                ? text(canonical.toString()) + " format json"
                : standard.literal(storage, canonical);
    }

    private static String text(String value) {
        String quoted = "'" + value.replace("'", "''") + "'";
        return value.indexOf(';') < 0
                ? quoted
                : "u&" + quoted.replace("\\", "\\\\").replace(";", "\\003b");
    }
}
