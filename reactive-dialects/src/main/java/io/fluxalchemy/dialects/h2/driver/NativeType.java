package io.fluxalchemy.dialects.h2.driver;

import io.fluxalchemy.type.SqlType;
import io.fluxalchemy.type.Types;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.h2.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * How one type of H2 is read.
 *
 * @param driverClass what the driver is asked for
 * @param javaClass what becomes of it: bytes for a buffer, an instant for a date and time with an offset
 * @param type what an untyped column of it is read as
 */
record NativeType(Class<?> driverClass, Class<?> javaClass, SqlType<?> type) {

    /** By H2's number of the type; null where there is no exact way to read it. */
    static @Nullable NativeType of(int valueType) {
        return switch (valueType) {
            case Value.CHAR, Value.VARCHAR, Value.VARCHAR_IGNORECASE, Value.CLOB, Value.ENUM -> same(Types.TEXT);
            case Value.JSON -> same(Types.JSON);
            case Value.BOOLEAN -> same(Types.BOOLEAN);
            case Value.TINYINT -> new NativeType(Byte.class, Byte.class, Types.SMALLINT);
            case Value.SMALLINT -> same(Types.SMALLINT);
            case Value.INTEGER -> same(Types.INTEGER);
            case Value.BIGINT -> same(Types.BIGINT);
            case Value.NUMERIC, Value.DECFLOAT -> new NativeType(BigDecimal.class, BigDecimal.class, Types.NUMERIC);
            case Value.REAL -> same(Types.REAL);
            case Value.DOUBLE -> same(Types.DOUBLE);
            case Value.DATE -> new NativeType(LocalDate.class, LocalDate.class, Types.DATE);
            case Value.TIME -> new NativeType(LocalTime.class, LocalTime.class, Types.TIME);
            case Value.TIMESTAMP -> new NativeType(LocalDateTime.class, LocalDateTime.class, Types.LOCAL_TIMESTAMP);
            case Value.TIMESTAMP_TZ -> new NativeType(OffsetDateTime.class, Instant.class, Types.TIMESTAMP);
            case Value.UUID -> new NativeType(UUID.class, UUID.class, Types.UUID);
            case Value.BINARY, Value.VARBINARY -> same(Types.BYTES);
            case Value.BLOB -> new NativeType(ByteBuffer.class, byte[].class, Types.BYTES);
            default -> null;
        };
    }

    private static NativeType same(SqlType<?> type) {
        return new NativeType(type.javaType(), type.javaType(), type);
    }

    /** What the driver gave, in the class it becomes. */
    static Object plain(Object value) {
        if (value instanceof OffsetDateTime time) {
            return time.toInstant();
        }
        if (value instanceof ByteBuffer buffer) {
            byte[] bytes = new byte[buffer.remaining()];
            buffer.get(bytes);
            return bytes;
        }
        return value;
    }
}
