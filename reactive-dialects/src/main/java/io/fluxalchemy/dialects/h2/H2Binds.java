package io.fluxalchemy.dialects.h2;

import io.fluxalchemy.dialect.BindSyntax;
import io.fluxalchemy.dialect.TypeSyntax;
import io.fluxalchemy.type.SqlType;
import io.fluxalchemy.type.Storage;

/** {@code $1}; JSON is sent as its text, which H2 takes for a JSON string unless told that it is a document. */
final class H2Binds implements BindSyntax {

    private final TypeSyntax types;

    H2Binds(TypeSyntax types) {
        this.types = types;
    }

    @Override
    public String marker(int position, SqlType<?> type, boolean untyped) {
        if (type.storage() == Storage.Simple.JSON) {
            return "$" + position + " format json";
        }
        return untyped ? "cast($" + position + " as " + castType(type.storage()) + ")" : "$" + position;
    }

    /** Without a length, which a cast would cut the value to in silence. */
    private String castType(Storage storage) {
        return storage instanceof Storage.Varchar ? "varchar" : types.name(storage);
    }

    @Override
    public boolean isRepeatable() {
        return true;
    }
}
