package io.fluxalchemy.dialects.h2.driver;

import io.fluxalchemy.engine.driver.ColumnDecoder;
import io.fluxalchemy.engine.driver.ExactConversion;
import io.fluxalchemy.error.ConversionException;
import io.fluxalchemy.type.SqlType;
import io.fluxalchemy.type.Storage;
import io.fluxalchemy.type.Types;
import io.r2dbc.spi.ColumnMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.h2.value.Value;
import org.jspecify.annotations.Nullable;

/** Chooses how a column is read, from H2's type of it and the storage it is wanted as. */
final class ColumnReading {

    private ColumnReading() {}

    static ColumnDecoder decoder(ColumnMetadata column, SqlType<?> type) {
        int valueType = valueType(column);
        ColumnDecoder decoder = decoder(valueType, type.storage());
        if (decoder == null) {
            throw new ConversionException("column \"" + column.getName() + "\" is of the database type "
                    + Value.getTypeName(valueType).toLowerCase(Locale.ROOT)
                    + ", which cannot be read exactly as " + type.name()
                    + ": cast it in the statement, or give it another type");
        }
        return decoder;
    }

    private static @Nullable ColumnDecoder decoder(int valueType, Storage storage) {
        if (valueType == Value.NULL) {
            return (row, index) -> null;
        }
        if (valueType == Value.ARRAY) {
            return storage instanceof Storage.Array array ? array(array.element()) : null;
        }
        NativeType found = NativeType.of(valueType);
        UnaryOperator<Object> conversion = found == null ? null : ExactConversion.of(found.javaClass(), storage);
        if (found == null || conversion == null) {
            return null;
        }
        return (row, index) -> {
            Object value = row.get(index, found.driverClass());
            return value == null ? null : conversion.apply(NativeType.plain(value));
        };
    }

    /** The elements come in their own native classes; each is converted as a column of its class would be. */
    private static ColumnDecoder array(Storage element) {
        return (row, index) -> {
            Object[] values = row.get(index, Object[].class);
            if (values == null) {
                return null;
            }
            List<@Nullable Object> converted = new ArrayList<>(values.length);
            for (Object each : values) {
                converted.add(each == null ? null : element(NativeType.plain(each), element));
            }
            return converted;
        };
    }

    private static Object element(Object value, Storage storage) {
        UnaryOperator<Object> conversion = ExactConversion.of(value.getClass(), storage);
        if (conversion == null) {
            throw new ConversionException("an element of the array is a "
                    + value.getClass().getName() + ", which cannot be read exactly as a "
                    + storage.canonicalClass().getName());
        }
        return conversion.apply(value);
    }

    /** Types that are not read give text, and are refused with their name; so are arrays, whose elements the driver hides. */
    static SqlType<?> typeOf(ColumnMetadata column) {
        NativeType found = NativeType.of(valueType(column));
        return found == null ? Types.TEXT : found.type();
    }

    private static int valueType(ColumnMetadata column) {
        if (column.getNativeTypeMetadata() instanceof Integer valueType) {
            return valueType;
        }
        throw new ConversionException("column \"" + column.getName() + "\" was not read by the H2 driver");
    }
}
