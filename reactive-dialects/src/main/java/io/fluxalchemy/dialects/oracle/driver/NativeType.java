package io.fluxalchemy.dialects.oracle.driver;

import io.fluxalchemy.type.SqlType;
import io.fluxalchemy.type.Types;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Type;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.function.UnaryOperator;
import oracle.r2dbc.OracleR2dbcTypes;
import org.jspecify.annotations.Nullable;

/**
 * How one type of Oracle is read.
 *
 * @param driverClass what the driver is asked for: the class it decodes without loss
 * @param javaClass what becomes of it
 * @param plain makes the one from the other
 * @param type what an untyped column of it is read as
 */
record NativeType(Class<?> driverClass, Class<?> javaClass, UnaryOperator<Object> plain, SqlType<?> type) {

    /** Null where there is no exact way to read the type. */
    static @Nullable NativeType of(Type type) {
        if (type instanceof R2dbcType standard) {
            return switch (standard) {
                case BOOLEAN -> same(Boolean.class, Types.BOOLEAN);
                case NUMERIC, DECIMAL, FLOAT, INTEGER, BIGINT, SMALLINT -> same(BigDecimal.class, Types.NUMERIC);
                // a DATE has a time of day too
                case DATE, TIMESTAMP -> same(LocalDateTime.class, Types.LOCAL_TIMESTAMP);
                case TIMESTAMP_WITH_TIME_ZONE ->
                    new NativeType(
                            OffsetDateTime.class,
                            Instant.class,
                            value -> ((OffsetDateTime) value).toInstant(),
                            Types.TIMESTAMP);
                case CHAR, VARCHAR, NCHAR, NVARCHAR, CLOB, NCLOB -> same(String.class, Types.TEXT);
                case BINARY, VARBINARY, BLOB -> same(byte[].class, Types.BYTES);
                default -> null;
            };
        } else if (type == OracleR2dbcTypes.BINARY_DOUBLE) {
            return same(Double.class, Types.DOUBLE);
        } else if (type == OracleR2dbcTypes.BINARY_FLOAT) {
            return same(Float.class, Types.REAL);
        } else if (type == OracleR2dbcTypes.JSON) {
            return same(String.class, Types.JSON);
        } else if (type == OracleR2dbcTypes.INTERVAL_DAY_TO_SECOND) {
            return new NativeType(Duration.class, LocalTime.class, Storable::ofDay, Types.TIME);
        }
        return null;
    }

    private static NativeType same(Class<?> javaClass, SqlType<?> type) {
        return new NativeType(javaClass, javaClass, UnaryOperator.identity(), type);
    }
}
