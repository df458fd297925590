package io.fluxalchemy.dialects.oracle.driver;

import io.fluxalchemy.engine.driver.ColumnDecoder;
import io.fluxalchemy.engine.driver.ExactConversion;
import io.fluxalchemy.error.ConversionException;
import io.fluxalchemy.type.SqlType;
import io.fluxalchemy.type.Storage;
import io.fluxalchemy.type.Types;
import io.r2dbc.spi.ColumnMetadata;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Chooses how a column is read, from Oracle's type of it and the storage it is wanted as. */
final class ColumnReading {

    private ColumnReading() {}

    static ColumnDecoder decoder(ColumnMetadata column, SqlType<?> type) {
        NativeType found = NativeType.of(column.getType());
        UnaryOperator<Object> conversion = found == null ? null : conversion(found.javaClass(), type.storage());
        if (found == null || conversion == null) {
            throw new ConversionException("column \"" + column.getName() + "\" is of the database type "
                    + column.getType().getName().toLowerCase(Locale.ROOT) + ", which cannot be read exactly as "
                    + type.name() + ": cast it in the statement, or give it another type");
        }
        return (row, index) -> {
            Object value = row.get(index, found.driverClass());
            return value == null ? null : conversion.apply(found.plain().apply(value));
        };
    }

    private static @Nullable UnaryOperator<Object> conversion(Class<?> from, Storage to) {
        if (to == Storage.Simple.DATE && from == LocalDateTime.class) {
            return Storable::date;
        } else if (to == Storage.Simple.UUID && from == byte[].class) {
            return Storable::uuid;
        }
        return ExactConversion.of(from, to);
    }

    /** Types that are not read give text, and are refused with their name. */
    static SqlType<?> typeOf(ColumnMetadata column) {
        NativeType found = NativeType.of(column.getType());
        return found == null ? Types.TEXT : found.type();
    }
}
