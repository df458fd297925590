package io.fluxalchemy.dialects.postgresql;

import io.fluxalchemy.dialect.BindSyntax;
import io.fluxalchemy.type.SqlType;
import io.fluxalchemy.type.Storage;
import java.util.stream.IntStream;

/** {@code $1}, with a cast where neither the driver's declaration nor the place tells the type. */
final class PostgresBinds implements BindSyntax {

    static final PostgresBinds INSTANCE = new PostgresBinds();

    private static final String[] MARKERS =
            IntStream.range(0, 64).mapToObj(position -> "$" + position).toArray(String[]::new);

    private PostgresBinds() {}

    @Override
    public String marker(int position, SqlType<?> type, boolean untyped) {
        String marker = position < MARKERS.length ? MARKERS[position] : "$" + position;
        return untyped || isPolymorphic(type.storage()) ? marker + cast(type.storage()) : marker;
    }

    /** Their operators take several types, and the driver has no declaration of them. */
    private static boolean isPolymorphic(Storage storage) {
        return storage instanceof Storage.Native known
                && known != Storage.Native.INTERVAL
                && known != Storage.Native.INET;
    }

    @Override
    public boolean isRepeatable() {
        return true;
    }

    private static String cast(Storage storage) {
        if (storage instanceof Storage.NamedEnum
                || storage instanceof Storage.Native
                || storage == Storage.Simple.JSON
                || storage instanceof Storage.Array) {
            return "::" + PostgresTypes.INSTANCE.name(storage);
        }
        // a recursive query wants the same type in both its parts, and text is what functions of text give
        return storage.canonicalClass() == String.class ? "::text" : "";
    }
}
