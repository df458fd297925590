package io.fluxalchemy.type;

import io.fluxalchemy.error.ConversionException;
import io.fluxalchemy.error.StatementException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * How the bounds of one type of ranges are written and read, as constants that are equal to themselves only.
 *
 * @param next the next value, where values have one
 */
record RangeBound<T>(
        Storage.Native storage,
        Class<T> javaType,
        Function<T, String> write,
        Function<String, T> parse,
        @Nullable UnaryOperator<T> next) {

    private static final DateTimeFormatter WITH_OFFSET = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendOffset("+HH:mm:ss", "Z")
            .toFormatter(java.util.Locale.ROOT);

    private static final List<RangeBound<?>> ALL = List.of(
            new RangeBound<>(
                    Storage.Native.INTEGER_RANGE,
                    Integer.class,
                    Object::toString,
                    Integer::valueOf,
                    value -> Math.addExact(value, 1)),
            new RangeBound<>(
                    Storage.Native.BIGINT_RANGE,
                    Long.class,
                    Object::toString,
                    Long::valueOf,
                    value -> Math.addExact(value, 1L)),
            new RangeBound<>(
                    Storage.Native.NUMERIC_RANGE, BigDecimal.class, BigDecimal::toPlainString, BigDecimal::new, null),
            new RangeBound<>(
                    Storage.Native.DATE_RANGE,
                    LocalDate.class,
                    value -> common(value, value).toString(),
                    LocalDate::parse,
                    value -> value.plusDays(1)),
            new RangeBound<>(
                    Storage.Native.TIMESTAMP_RANGE,
                    LocalDateTime.class,
                    value -> common(value.toLocalDate(), value).toString(),
                    text -> LocalDateTime.parse(text.replace(' ', 'T')),
                    null),
            new RangeBound<>(
                    Storage.Native.INSTANT_RANGE,
                    Instant.class,
                    value -> common(value.atOffset(ZoneOffset.UTC).toLocalDate(), value)
                            .toString(),
                    text -> OffsetDateTime.parse(text.replace(' ', 'T'), WITH_OFFSET)
                            .toInstant(),
                    null));

    @SuppressWarnings("unchecked") // the class says which
    static <T> RangeBound<T> of(SqlType<T> element) {
        for (RangeBound<?> each : ALL) {
            if (each.javaType == element.javaType() && element.storage().canonicalClass() == each.javaType) {
                return (RangeBound<T>) each;
            }
        }
        throw new StatementException("rangeOf(" + element.name()
                + "): there are ranges of INTEGER, BIGINT, NUMERIC, DATE, LOCAL_TIMESTAMP and TIMESTAMP");
    }

    String written(T value) {
        return write.apply(value);
    }

    T read(String text) {
        return parse.apply(text);
    }

    T nextOf(T value) {
        return next == null ? value : next.apply(value);
    }

    /** Years of four digits are written alike by Java and the database. */
    private static <V> V common(LocalDate date, V value) {
        if (date.getYear() < 1 || date.getYear() > 9999) {
            throw new ConversionException(
                    "a bound of a range is in one of the years 1 to 9999, which Java and the database"
                            + " write alike: for no end leave the bound out, as Range.atLeast(…) does; for another year keep two columns");
        }
        return value;
    }
}
