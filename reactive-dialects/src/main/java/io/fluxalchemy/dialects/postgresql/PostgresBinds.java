package io.fluxalchemy.dialects.postgresql;

import io.fluxalchemy.dialect.BindSyntax;
import io.fluxalchemy.type.SqlType;
import io.fluxalchemy.type.Storage;

/** {@code $1}, with a cast where the driver declares the value as another type than the column's. */
final class PostgresBinds implements BindSyntax {

    static final PostgresBinds INSTANCE = new PostgresBinds();

    private PostgresBinds() {}

    @Override
    public String marker(int position, SqlType<?> type, boolean untyped) {
        return "$" + position + cast(type, untyped);
    }

    @Override
    public boolean isRepeatable() {
        return true;
    }

    private static String cast(SqlType<?> type, boolean untyped) {
        Storage storage = type.storage();
        if (storage instanceof Storage.NamedEnum named) {
            return "::text::" + named.name();
        } else if (storage instanceof Storage.Array array && array.element() instanceof Storage.NamedEnum named) {
            return "::text[]::" + named.name() + "[]";
        } else if (storage == Storage.Simple.JSON) {
            return "::jsonb";
        }
        // the driver declares text as varchar, and a recursive query wants the same type in both its parts
        return untyped && storage.canonicalClass() == String.class ? "::text" : "";
    }
}
