package io.fluxalchemy.dialects.mysql.driver;

import io.asyncer.r2dbc.mysql.api.MySqlColumnMetadata;
import io.asyncer.r2dbc.mysql.constant.MySqlType;
import io.fluxalchemy.dialects.mysqlfamily.driver.FamilyConversions;
import io.fluxalchemy.engine.driver.ColumnDecoder;
import io.fluxalchemy.error.ConversionException;
import io.fluxalchemy.type.SqlType;
import io.fluxalchemy.type.Types;
import io.r2dbc.spi.ColumnMetadata;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** Chooses how a column is read, from MySQL's type of it and the storage it is wanted as. */
final class ColumnReading {

    private ColumnReading() {}

    static ColumnDecoder decoder(ColumnMetadata column, SqlType<?> type) {
        MySqlType declared = declared(column);
        if (declared == MySqlType.NULL) {
            return (row, index) -> null;
        }
        NativeType found = NativeType.of(declared);
        UnaryOperator<Object> conversion =
                found == null ? null : FamilyConversions.of(found.javaClass(), type.storage());
        if (found == null || conversion == null) {
            throw new ConversionException("column \"" + column.getName() + "\" is of the database type "
                    + declared.name().toLowerCase(Locale.ROOT) + ", which cannot be read exactly as " + type.name()
                    + ": cast it in the statement, or give it another type");
        }
        return (row, index) -> {
            Object value = row.get(index, found.driverClass());
            return value == null ? null : conversion.apply(found.plain().apply(value));
        };
    }

    static SqlType<?> typeOf(ColumnMetadata column) {
        NativeType found = NativeType.of(declared(column));
        return found == null ? Types.TEXT : found.type();
    }

    private static MySqlType declared(ColumnMetadata column) {
        if (column instanceof MySqlColumnMetadata own) {
            return own.getType();
        }
        throw new ConversionException("column \"" + column.getName() + "\" was not read by the MySQL driver");
    }
}
