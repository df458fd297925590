package io.fluxalchemy.dialects.mariadb.driver;

import io.fluxalchemy.dialects.mysqlfamily.driver.StorableTimes;
import io.fluxalchemy.type.SqlType;
import io.fluxalchemy.type.Types;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.mariadb.r2dbc.codec.DataType;
import org.mariadb.r2dbc.message.server.ColumnDefinitionPacket;

/**
 * How one type of MariaDB is read.
 *
 * @param driverClass what the driver is asked for: the class it decodes without loss in both protocols
 * @param javaClass what becomes of it
 * @param plain makes the one from the other
 * @param type what an untyped column of it is read as
 */
record NativeType(Class<?> driverClass, Class<?> javaClass, UnaryOperator<Object> plain, SqlType<?> type) {

    /** Null where there is no exact way to read the type. */
    static @Nullable NativeType of(ColumnDefinitionPacket column) {
        DataType type = column.getDataType();
        return switch (type) {
            case TINYINT -> integer(column.getLength() == 1 ? Types.BOOLEAN : Types.SMALLINT);
            case SMALLINT, YEAR -> integer(column.isSigned() ? Types.SMALLINT : Types.INTEGER);
            case MEDIUMINT -> integer(Types.INTEGER);
            case INTEGER -> integer(column.isSigned() ? Types.INTEGER : Types.BIGINT);
            case BIGINT -> column.isSigned() ? integer(Types.BIGINT) : same(BigInteger.class, Types.NUMERIC);
            case DECIMAL, OLDDECIMAL -> same(BigDecimal.class, Types.NUMERIC);
            case FLOAT -> same(Float.class, Types.REAL);
            case DOUBLE -> same(Double.class, Types.DOUBLE);
            case DATE, NEWDATE -> new NativeType(LocalDate.class, LocalDate.class, StorableTimes::date, Types.DATE);
            case TIME -> new NativeType(Duration.class, LocalTime.class, StorableTimes::ofDay, Types.TIME);
            case DATETIME, TIMESTAMP -> same(LocalDateTime.class, Types.LOCAL_TIMESTAMP);
            case TEXT, JSON, ENUM, SET, VARSTRING, STRING ->
                column.isBinary() ? same(byte[].class, Types.BYTES) : same(String.class, Types.TEXT);
            case BLOB, TINYBLOB, MEDIUMBLOB, LONGBLOB -> same(byte[].class, Types.BYTES);
            case BIT, GEOMETRY, NULL -> null;
        };
    }

    private static NativeType integer(SqlType<?> type) {
        return same(Long.class, type);
    }

    private static NativeType same(Class<?> javaClass, SqlType<?> type) {
        return new NativeType(javaClass, javaClass, UnaryOperator.identity(), type);
    }
}
