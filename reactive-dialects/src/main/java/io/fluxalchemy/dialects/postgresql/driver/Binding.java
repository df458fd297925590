package io.fluxalchemy.dialects.postgresql.driver;

import io.fluxalchemy.type.NativeText;
import io.fluxalchemy.type.SqlType;
import io.fluxalchemy.type.Storage;
import io.r2dbc.postgresql.codec.PostgresqlObjectId;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Binds canonical values. Every parameter says its type; numbers, booleans, uuids and bytes go as the driver's own classes, which
 * it sends exactly, arrays as their bytes, and everything else as the text that the server's input function reads.
 */
final class Binding {

    private Binding() {}

    /** @param hasOurCodec whether the connection sends arrays as bytes; else each is one literal */
    static void bind(Statement statement, int index, SqlType<?> type, @Nullable Object canonical, boolean hasOurCodec) {
        Storage storage = type.storage();
        PostgresqlObjectId oid = PostgresqlObjectId.valueOf(BindType.oid(storage));
        if (canonical == null) {
            statement.bind(index, Parameters.in(oid));
        } else if (canonical instanceof List<?> list) {
            BinaryArray bytes = hasOurCodec && storage instanceof Storage.Array array
                    ? BinaryArray.of(array.element(), list)
                    : null;
            statement.bind(index, Parameters.in(oid, bytes == null ? ArrayLiteral.of(list) : bytes));
        } else if (TimeText.isTime(canonical)) {
            statement.bind(index, Parameters.in(oid, TimeText.of(canonical)));
        } else if (canonical instanceof NativeText text) {
            statement.bind(index, Parameters.in(oid, text.text()));
        } else {
            statement.bind(index, Parameters.in(oid, canonical));
        }
    }
}
