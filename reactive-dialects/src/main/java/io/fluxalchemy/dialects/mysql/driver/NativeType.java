package io.fluxalchemy.dialects.mysql.driver;

import io.asyncer.r2dbc.mysql.constant.MySqlType;
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

/**
 * How one type of MySQL is read.
 *
 * @param driverClass what the driver is asked for: the class it decodes without loss in both protocols
 * @param javaClass what becomes of it
 * @param plain makes the one from the other
 * @param type what an untyped column of it is read as
 */
record NativeType(Class<?> driverClass, Class<?> javaClass, UnaryOperator<Object> plain, SqlType<?> type) {

    /** Null where there is no exact way to read the type. */
    static @Nullable NativeType of(MySqlType type) {
        return switch (type) {
            case TINYINT, TINYINT_UNSIGNED, SMALLINT, YEAR -> integer(Types.SMALLINT);
            case SMALLINT_UNSIGNED, MEDIUMINT, MEDIUMINT_UNSIGNED, INT -> integer(Types.INTEGER);
            case INT_UNSIGNED, BIGINT -> integer(Types.BIGINT);
            case BIGINT_UNSIGNED -> same(BigInteger.class, Types.NUMERIC);
            case DECIMAL -> same(BigDecimal.class, Types.NUMERIC);
            case FLOAT -> same(Float.class, Types.REAL);
            case DOUBLE -> same(Double.class, Types.DOUBLE);
            case DATE -> new NativeType(LocalDate.class, LocalDate.class, StorableTimes::date, Types.DATE);
            case TIME -> new NativeType(Duration.class, LocalTime.class, StorableTimes::ofDay, Types.TIME);
            case DATETIME, TIMESTAMP -> same(LocalDateTime.class, Types.LOCAL_TIMESTAMP);
            case VARCHAR, TINYTEXT, TEXT, MEDIUMTEXT, LONGTEXT, ENUM, SET, JSON -> same(String.class, Types.TEXT);
            case VARBINARY, TINYBLOB, BLOB, MEDIUMBLOB, LONGBLOB -> same(byte[].class, Types.BYTES);
            // of a factory made elsewhere, which takes tinyint(1) for a bit
            case BIT -> same(Boolean.class, Types.BOOLEAN);
            default -> null;
        };
    }

    private static NativeType integer(SqlType<?> type) {
        return same(Long.class, type);
    }

    private static NativeType same(Class<?> javaClass, SqlType<?> type) {
        return new NativeType(javaClass, javaClass, UnaryOperator.identity(), type);
    }
}
