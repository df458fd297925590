package io.fluxalchemy.dialects.sqlserver.driver;

import io.fluxalchemy.type.SqlType;
import io.fluxalchemy.type.Types;
import io.r2dbc.mssql.message.type.SqlServerType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * How one type of SQL Server is read.
 *
 * @param driverClass what the driver is asked for: the class it decodes without loss
 * @param javaClass what becomes of it
 * @param plain makes the one from the other
 * @param type what an untyped column of it is read as
 */
record NativeType(Class<?> driverClass, Class<?> javaClass, UnaryOperator<Object> plain, SqlType<?> type) {

    /** Null where there is no exact way to read the type. */
    static @Nullable NativeType of(SqlServerType type) {
        return switch (type) {
            case BIT -> same(Boolean.class, Types.BOOLEAN);
            // the driver takes the number's upper half for numbers below zero, which this type has not
            case TINYINT ->
                new NativeType(Byte.class, Short.class, value -> (short) ((Byte) value & 0xff), Types.SMALLINT);
            case SMALLINT -> same(Short.class, Types.SMALLINT);
            case INTEGER -> same(Integer.class, Types.INTEGER);
            case BIGINT -> same(Long.class, Types.BIGINT);
            case DECIMAL, NUMERIC, MONEY, SMALLMONEY -> same(BigDecimal.class, Types.NUMERIC);
            case REAL -> same(Float.class, Types.REAL);
            case FLOAT -> same(Double.class, Types.DOUBLE);
            case DATE -> same(LocalDate.class, Types.DATE);
            case TIME -> same(LocalTime.class, Types.TIME);
            case DATETIME, SMALLDATETIME, DATETIME2 -> same(LocalDateTime.class, Types.LOCAL_TIMESTAMP);
            case DATETIMEOFFSET ->
                new NativeType(
                        OffsetDateTime.class,
                        Instant.class,
                        value -> ((OffsetDateTime) value).toInstant(),
                        Types.TIMESTAMP);
            case CHAR, VARCHAR, VARCHARMAX, NCHAR, NVARCHAR, NVARCHARMAX -> same(String.class, Types.TEXT);
            case BINARY, VARBINARY, VARBINARYMAX -> same(byte[].class, Types.BYTES);
            case GUID -> same(UUID.class, Types.UUID);
            default -> null;
        };
    }

    private static NativeType same(Class<?> javaClass, SqlType<?> type) {
        return new NativeType(javaClass, javaClass, UnaryOperator.identity(), type);
    }
}
