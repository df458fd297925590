package io.fluxalchemy.dialects.mariadb.driver;

import io.fluxalchemy.dialects.mysqlfamily.driver.FamilyConversions;
import io.fluxalchemy.engine.driver.ColumnDecoder;
import io.fluxalchemy.error.ConversionException;
import io.fluxalchemy.type.SqlType;
import io.fluxalchemy.type.Types;
import io.r2dbc.spi.ColumnMetadata;
import io.r2dbc.spi.Row;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.mariadb.r2dbc.client.MariadbRowText;
import org.mariadb.r2dbc.codec.DataType;
import org.mariadb.r2dbc.message.server.ColumnDefinitionPacket;

/** Chooses how a column is read, from MariaDB's type of it and the storage it is wanted as. */
final class ColumnReading {

    private ColumnReading() {}

    static ColumnDecoder decoder(ColumnMetadata column, SqlType<?> type) {
        ColumnDefinitionPacket definition = definition(column);
        if (definition.getDataType() == DataType.NULL) {
            return (row, index) -> null;
        }
        NativeType found = NativeType.of(definition);
        UnaryOperator<Object> conversion =
                found == null ? null : FamilyConversions.of(found.javaClass(), type.storage());
        if (found == null || conversion == null) {
            throw new ConversionException("column \"" + column.getName() + "\" is of the database type "
                    + definition.getDataType().name().toLowerCase(Locale.ROOT) + ", which cannot be read exactly as "
                    + type.name() + ": cast it in the statement, or give it another type");
        }
        boolean isFloat = definition.getDataType() == DataType.FLOAT;
        return (row, index) -> {
            Object value = row.get(index, found.driverClass());
            if (value == null) {
                return null;
            }
            if (isFloat) {
                requireAllDigits(row);
            }
            return conversion.apply(found.plain().apply(value));
        };
    }

    /** Statements without parameters may come as text, where the server writes FLOAT with six digits. */
    private static void requireAllDigits(Row row) {
        if (row instanceof MariadbRowText) {
            throw new ConversionException("MariaDB writes FLOAT with six digits as text: write cast(column as double),"
                    + " make the column DOUBLE, or give the statement a parameter");
        }
    }

    static SqlType<?> typeOf(ColumnMetadata column) {
        NativeType found = NativeType.of(definition(column));
        return found == null ? Types.TEXT : found.type();
    }

    private static ColumnDefinitionPacket definition(ColumnMetadata column) {
        if (column instanceof ColumnDefinitionPacket definition) {
            return definition;
        }
        throw new ConversionException("column \"" + column.getName() + "\" was not read by the MariaDB driver");
    }
}
