package io.fluxalchemy.dialects.sqlserver.driver;

import io.fluxalchemy.engine.driver.ColumnDecoder;
import io.fluxalchemy.engine.driver.ExactConversion;
import io.fluxalchemy.error.ConversionException;
import io.fluxalchemy.type.SqlType;
import io.fluxalchemy.type.Storage;
import io.fluxalchemy.type.Types;
import io.r2dbc.mssql.message.type.SqlServerType;
import io.r2dbc.spi.ColumnMetadata;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Chooses how a column is read, from SQL Server's type of it and the storage it is wanted as. */
final class ColumnReading {

    private ColumnReading() {}

    static ColumnDecoder decoder(ColumnMetadata column, SqlType<?> type) {
        SqlServerType declared = declared(column);
        NativeType found = NativeType.of(declared);
        UnaryOperator<Object> conversion = found == null ? null : conversion(found.javaClass(), type.storage());
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

    /** The least and the greatest truth of a group are whole numbers. */
    private static @Nullable UnaryOperator<Object> conversion(Class<?> from, Storage to) {
        return to == Storage.Simple.BOOLEAN && (from == Integer.class || from == Short.class)
                ? ColumnReading::truth
                : ExactConversion.of(from, to);
    }

    private static Object truth(Object value) {
        int number = ((Number) value).intValue();
        if (number != 0 && number != 1) {
            throw new ConversionException("the number is neither 0 nor 1: read it as an integer");
        }
        return number == 1;
    }

    /** Types that are not read give text, and are refused with their name. */
    static SqlType<?> typeOf(ColumnMetadata column) {
        NativeType found = NativeType.of(declared(column));
        return found == null ? Types.TEXT : found.type();
    }

    private static SqlServerType declared(ColumnMetadata column) {
        if (column.getType() instanceof SqlServerType own) {
            return own;
        }
        throw new ConversionException("column \"" + column.getName() + "\" was not read by the SQL Server driver");
    }
}
