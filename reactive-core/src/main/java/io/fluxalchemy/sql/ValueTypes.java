package io.fluxalchemy.sql;

import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.type.SqlType;
import io.fluxalchemy.type.Types;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The type that goes with a Java class where no column says one. */
final class ValueTypes {

    private static final Map<Class<?>, SqlType<?>> TYPES = Map.ofEntries(
            Map.entry(String.class, Types.TEXT),
            Map.entry(Boolean.class, Types.BOOLEAN),
            Map.entry(Short.class, Types.SMALLINT),
            Map.entry(Integer.class, Types.INTEGER),
            Map.entry(Long.class, Types.BIGINT),
            Map.entry(BigDecimal.class, Types.NUMERIC),
            Map.entry(Float.class, Types.REAL),
            Map.entry(Double.class, Types.DOUBLE),
            Map.entry(LocalDate.class, Types.DATE),
            Map.entry(LocalTime.class, Types.TIME),
            Map.entry(LocalDateTime.class, Types.LOCAL_TIMESTAMP),
            Map.entry(Instant.class, Types.TIMESTAMP),
            Map.entry(OffsetDateTime.class, Types.OFFSET_TIMESTAMP),
            Map.entry(UUID.class, Types.UUID),
            Map.entry(byte[].class, Types.BYTES));

    private ValueTypes() {}

    /** The type of a class, or null if none goes with it. */
    static @Nullable SqlType<?> find(Class<?> type) {
        SqlType<?> found = TYPES.get(type);
        return found == null && type.isEnum() ? enumOf(type) : found;
    }

    static SqlType<?> of(@Nullable Object value, String place) {
        if (value == null) {
            throw new StatementException(place
                    + ": the value is null, whose type cannot be seen; say NULL with setNull, orNull or bindNull");
        }
        Class<?> type = value instanceof Enum<?> constant ? constant.getDeclaringClass() : value.getClass();
        SqlType<?> found = find(type);
        if (found == null && value instanceof Collection) {
            throw new StatementException(
                    place + ": a collection is bound as an array, whose element type must be said: use"
                            + " = any(:name) in the text and bind(name, list, arrayOf(…)), or column.in(list)");
        }
        if (found == null) {
            throw new StatementException(
                    place + ": no type goes with " + type.getName() + "; give the value together with its SqlType");
        }
        return found;
    }

    @SuppressWarnings("unchecked") // the map pairs each class with its own type
    static <T> SqlType<T> typeOf(T value, String place) {
        return (SqlType<T>) of(value, place);
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // an enum class, as its caller has seen
    private static SqlType<?> enumOf(Class<?> type) {
        return Types.enumOf((Class) type);
    }
}
