package io.fluxalchemy.compiler;

import io.fluxalchemy.dialect.Dialect;
import io.fluxalchemy.dialect.StandardExpressions;
import io.fluxalchemy.type.Storage;

/** Refuses types that a database has not, before a statement is sent. */
final class KnownTypes {

    private KnownTypes() {}

    static void require(Dialect dialect, Storage storage) {
        if (storage instanceof Storage.Array array) {
            require(dialect, array.element());
        } else if (isSpecial(storage) && !dialect.hasType(storage)) {
            String name = storage instanceof Storage.Native known ? known.typeName() : "bit";
            throw StandardExpressions.missing("the type " + name, dialect.name());
        }
    }

    private static boolean isSpecial(Storage storage) {
        return storage instanceof Storage.Native || storage instanceof Storage.Bit;
    }
}
