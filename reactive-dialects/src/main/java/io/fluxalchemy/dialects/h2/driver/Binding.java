package io.fluxalchemy.dialects.h2.driver;

import io.fluxalchemy.type.Storage;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.Statement;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Binds canonical values as the classes the driver stores exactly. */
final class Binding {

    /** The longest byte array H2 takes as a value of its own; longer ones must be large objects. */
    private static final int LONGEST_BINARY = 1_048_576;

    private Binding() {}

    static void bind(Statement statement, int index, Storage storage, @Nullable Object canonical) {
        if (canonical == null) {
            statement.bindNull(index, canonical(storage));
        } else {
            statement.bind(index, value(canonical));
        }
    }

    /** The driver knows arrays as arrays only. */
    private static Class<?> canonical(Storage storage) {
        return storage instanceof Storage.Array ? Object[].class : storage.canonicalClass();
    }

    private static Object value(Object canonical) {
        if (canonical instanceof Instant instant) {
            return instant.atOffset(ZoneOffset.UTC);
        }
        if (canonical instanceof byte[] bytes && bytes.length > LONGEST_BINARY) {
            return ByteBuffer.wrap(bytes);
        }
        return canonical instanceof List<?> list ? array(list) : canonical;
    }

    /** An empty parameter stands for NULL: the driver refuses null itself as an element. */
    private static Object[] array(List<?> list) {
        return list.stream()
                .map(each -> each == null ? Parameters.in(String.class) : value(each))
                .toArray();
    }
}
