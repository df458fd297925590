package io.fluxalchemy.type;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The types of columns. Every type here is immutable and equal to another one of the same structure, and every conversion is
 * exact: what would be rounded, cut or narrowed is a {@link io.fluxalchemy.error.ConversionException} before it is sent.
 */
public final class Types {

    public static final NumericType<Short> SMALLINT = new PlainNumericType<>(Storage.Simple.SMALLINT, Short.class);
    public static final NumericType<Integer> INTEGER = new PlainNumericType<>(Storage.Simple.INTEGER, Integer.class);
    public static final NumericType<Long> BIGINT = new PlainNumericType<>(Storage.Simple.BIGINT, Long.class);

    /** 32-bit floating point; NaN, infinities and −0.0 are kept where the database has them. */
    public static final NumericType<Float> REAL = new PlainNumericType<>(Storage.Simple.REAL, Float.class);

    /** 64-bit floating point; NaN, infinities and −0.0 are kept where the database has them. */
    public static final NumericType<Double> DOUBLE = new PlainNumericType<>(Storage.Simple.DOUBLE, Double.class);

    /** An exact decimal of the database's widest form. Its value is kept everywhere, zeros at its end on PostgreSQL only. */
    public static final NumericType<BigDecimal> NUMERIC = new DecimalType(new Storage.Numeric(null, null));

    public static final SqlType<Boolean> BOOLEAN = new PlainType<>(Storage.Simple.BOOLEAN, Boolean.class);

    /** Text of any length; NUL characters and lone surrogates are refused. */
    public static final SqlType<String> TEXT = new TextType(Storage.Simple.TEXT);

    /** A JSON document as its text; databases may keep a normalised form of it. */
    public static final SqlType<String> JSON = new TextType(Storage.Simple.JSON);

    public static final TemporalType<LocalDate> DATE = new PlainTemporalType<>(Storage.Simple.DATE, LocalDate.class);

    /** A time of day to the microsecond; finer values are refused. */
    public static final TemporalType<LocalTime> TIME = new PlainTemporalType<>(Storage.Simple.TIME, LocalTime.class);

    /** A date and time without a zone, to the microsecond; finer values are refused. */
    public static final TemporalType<LocalDateTime> LOCAL_TIMESTAMP =
            new PlainTemporalType<>(Storage.Simple.TIMESTAMP, LocalDateTime.class);

    /**
     * A point on the time line, to the microsecond. Finer values are refused: {@code Instant.now()} may have nanoseconds, so
     * write {@code Instant.now().truncatedTo(ChronoUnit.MICROS)}, or have the column cut them with {@link #timestamp(int)}.
     */
    public static final TemporalType<Instant> TIMESTAMP =
            new PlainTemporalType<>(Storage.Simple.INSTANT, Instant.class);

    /** As {@link #TIMESTAMP}, seen as an {@link OffsetDateTime}: the point is kept, its offset is not; read back in UTC. */
    public static final TemporalType<OffsetDateTime> OFFSET_TIMESTAMP = new OffsetTimestampType();

    public static final SqlType<java.util.UUID> UUID = new PlainType<>(Storage.Simple.UUID, java.util.UUID.class);

    /** Bytes of any length; copied when they are stored, so a later change of the array does no harm. */
    public static final SqlType<byte[]> BYTES = new BytesType();

    /** A length of time in months, days and microseconds; PostgreSQL. */
    public static final SqlType<Interval> INTERVAL = new NativeType<>(
            Storage.Native.INTERVAL, Interval.class, (value, type) -> value.toString(), Interval::parse);

    /** An address of the Internet Protocol with its network; PostgreSQL. */
    public static final SqlType<Inet> INET =
            new NativeType<>(Storage.Native.INET, Inet.class, (value, type) -> value.toString(), Inet::parse);

    /** Keys with texts or nulls; PostgreSQL with the extension hstore. The map read is unmodifiable, in the order of its keys. */
    @SuppressWarnings("unchecked") // a class has no parameters to ask for
    public static final SqlType<Map<String, @Nullable String>> HSTORE = new NativeType<>(
            Storage.Native.HSTORE,
            (Class<Map<String, @Nullable String>>) (Class<?>) Map.class,
            HstoreText::of,
            HstoreText::parse);

    private Types() {}

    /** Text of at most {@code length} characters (Unicode code points); longer text is refused. */
    public static SqlType<String> varchar(int length) {
        return new TextType(new Storage.Varchar(length));
    }

    /**
     * Text that the database pads with spaces to {@code length} characters. The padding is not part of the value: it is taken
     * off when read, and text that itself ends in a space is refused.
     */
    public static SqlType<String> char_(int length) {
        return new CharType(new Storage.Char(length));
    }

    /** A decimal of {@code precision} digits in all, {@code scale} of them after the point; other values are refused. */
    public static NumericType<BigDecimal> numeric(int precision, int scale) {
        return new DecimalType(new Storage.Numeric(precision, scale));
    }

    /**
     * A point in time of which the column keeps {@code secondPrecision} digits of the second, 0 to 6; what is finer is cut when it is
     * written, towards the past. Comparisons are with the whole value.
     */
    public static TemporalType<Instant> timestamp(int secondPrecision) {
        return new TruncatedTimeType<>(TIMESTAMP, secondPrecision);
    }

    /** As {@link #timestamp(int)}, seen as an {@link OffsetDateTime}. */
    public static TemporalType<OffsetDateTime> offsetTimestamp(int secondPrecision) {
        return new TruncatedTimeType<>(OFFSET_TIMESTAMP, secondPrecision);
    }

    /** As {@link #timestamp(int)}, of a date and time without a zone. */
    public static TemporalType<LocalDateTime> localTimestamp(int secondPrecision) {
        return new TruncatedTimeType<>(LOCAL_TIMESTAMP, secondPrecision);
    }

    /** As {@link #timestamp(int)}, of a time of day. */
    public static TemporalType<LocalTime> time(int secondPrecision) {
        return new TruncatedTimeType<>(TIME, secondPrecision);
    }

    /**
     * A JSON document read into and written from a class by the {@link JsonCodec} on the class path.
     *
     * <p>The codec is looked for at the first conversion; its absence is an error that names what to add.
     */
    public static <T> SqlType<T> json(Class<T> type) {
        return new JsonType<>(type, type);
    }

    /** As {@link #json(Class)}, of a class with parameters: {@code json(new GenericType<List<Phone>>() {})}. */
    public static <T> SqlType<T> json(GenericType<T> type) {
        return new JsonType<>(type.type(), type.rawClass());
    }

    /** An enumeration kept as the constants' names, in a text column. */
    public static <E extends Enum<E>> SqlType<E> enumOf(Class<E> type) {
        return new EnumNameType<>(new Storage.Varchar(255), type);
    }

    /** An enumeration kept as the constants' positions: reordering the constants changes the meaning of stored rows. */
    public static <E extends Enum<E>> SqlType<E> enumOrdinal(Class<E> type) {
        return new EnumOrdinalType<>(type);
    }

    /** An enumeration type of the database, whose labels are the constants' names. */
    public static <E extends Enum<E>> SqlType<E> namedEnum(String name, Class<E> type) {
        return new EnumNameType<>(new Storage.NamedEnum(name, EnumNameType.labels(type)), type);
    }

    /** A one-dimensional array; the list read is unmodifiable and may hold nulls. */
    public static <E> SqlType<List<E>> arrayOf(SqlType<E> element) {
        return new ArrayType<>(Wrapped.requireNone(element, "an array"));
    }

    /**
     * Ranges of {@code INTEGER}, {@code BIGINT}, {@code NUMERIC}, {@code DATE}, {@code LOCAL_TIMESTAMP} or {@code TIMESTAMP}; PostgreSQL.
     * Ranges of whole numbers and days are kept from their first value to the one behind their last.
     */
    public static <T extends Comparable<? super T>> SqlType<Range<T>> rangeOf(SqlType<T> element) {
        return new RangeType<>(Wrapped.requireNone(element, "a range"), RangeBound.of(element));
    }

    /** So many bits; PostgreSQL. */
    public static SqlType<Bits> bit(int length) {
        return new BitsType(new Storage.Bit(length, false));
    }

    /** At most so many bits; PostgreSQL. */
    public static SqlType<Bits> varbit(int length) {
        return new BitsType(new Storage.Bit(length, true));
    }

    /**
     * The same type for values that are nobody's business: passwords, tokens, health. They are stored, read and compared as before,
     * and masked wherever values are shown, also by an engine that logs values.
     */
    public static <T> SqlType<T> sensitive(SqlType<T> type) {
        return new Sensitive.Plain<>(type);
    }

    /** As {@link #sensitive(SqlType)}, for numbers. */
    public static <N extends Number> NumericType<N> sensitive(NumericType<N> type) {
        return new Sensitive.Numeric<>(type);
    }

    /** As {@link #sensitive(SqlType)}, for dates and times. */
    public static <T extends Temporal> TemporalType<T> sensitive(TemporalType<T> type) {
        return new Sensitive.Time<>(type);
    }

    /**
     * The same type, declared in a dialect's own words: {@code variant(TEXT, "mariadb", "mediumtext")}. Values travel as before, so the
     * database must take them as the type it is a variant of. The words come from code, never from outside.
     */
    public static <T> SqlType<T> variant(SqlType<T> type, String dialect, String ddl) {
        return new Variant.Plain<>(type, dialect, ddl);
    }

    /** As {@link #variant(SqlType, String, String)}, for numbers. */
    public static <N extends Number> NumericType<N> variant(NumericType<N> type, String dialect, String ddl) {
        return new Variant.Numeric<>(type, dialect, ddl);
    }

    /** As {@link #variant(SqlType, String, String)}, for dates and times. */
    public static <T extends Temporal> TemporalType<T> variant(TemporalType<T> type, String dialect, String ddl) {
        return new Variant.Time<>(type, dialect, ddl);
    }

    /**
     * The same type, declared in the same words in every dialect that {@link #variant} says no others for: a type of the database that
     * this library does not know. Values travel as before, so the database must take them as the type it is declared for, or
     * {@link #wrapped(SqlType, Wrapping)} says how they become one: {@code wrapped(declared(TEXT, "geometry"),
     * Wrapping.of("st_geomfromtext({0})", "st_astext({0})"))}.
     */
    public static <T> SqlType<T> declared(SqlType<T> type, String ddl) {
        return new Variant.Plain<>(type, null, ddl);
    }

    /** As {@link #declared(SqlType, String)}, for numbers. */
    public static <N extends Number> NumericType<N> declared(NumericType<N> type, String ddl) {
        return new Variant.Numeric<>(type, null, ddl);
    }

    /** As {@link #declared(SqlType, String)}, for dates and times. */
    public static <T extends Temporal> TemporalType<T> declared(TemporalType<T> type, String ddl) {
        return new Variant.Time<>(type, null, ddl);
    }

    /**
     * The same type with SQL around its values: around each one that is bound, wherever it is (in what is inserted, updated, compared,
     * looked up in a list, written in batches), and around the column where the caller of a statement reads it. Inside a statement,
     * between sub-queries and in conditions, the column is what it holds: it is sorted and compared as that, and a bulk load, which
     * has no place for SQL, is refused.
     */
    public static <T> SqlType<T> wrapped(SqlType<T> type, Wrapping wrapping) {
        return new Wrapped.Plain<>(type, wrapping);
    }

    /** As {@link #wrapped(SqlType, Wrapping)}, for numbers. */
    public static <N extends Number> NumericType<N> wrapped(NumericType<N> type, Wrapping wrapping) {
        return new Wrapped.Numeric<>(type, wrapping);
    }

    /** As {@link #wrapped(SqlType, Wrapping)}, for dates and times. */
    public static <T extends Temporal> TemporalType<T> wrapped(TemporalType<T> type, Wrapping wrapping) {
        return new Wrapped.Time<>(type, wrapping);
    }

    /**
     * A class of yours over another type. The two functions take part in the type's equality: keep the type in a constant.
     *
     * @param write makes the stored value; never called with null
     * @param read makes your value; never called with null
     */
    public static <T, S> SqlType<T> converted(
            SqlType<S> stored,
            Class<T> type,
            Function<? super T, ? extends S> write,
            Function<? super S, ? extends T> read) {
        return new ConvertedType<>(stored, type, write, read);
    }
}
