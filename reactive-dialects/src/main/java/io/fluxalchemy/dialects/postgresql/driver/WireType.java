package io.fluxalchemy.dialects.postgresql.driver;

import io.fluxalchemy.type.NativeText;
import io.netty.buffer.ByteBuf;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The database types read here, by their oid. Each is read into one Java class; what the column is to become from there is
 * {@link io.fluxalchemy.engine.driver.ExactConversion}. The numbers are those of PostgreSQL's {@code pg_type.dat} and never change.
 */
enum WireType implements WireValue {
    BOOL(16, 1000, "boolean", Boolean.class, ByteBuf::readBoolean, TextValues::bool),
    BYTEA(17, 1001, "bytea", byte[].class, BinaryValues::bytes, TextValues::bytes),
    CHAR(18, 1002, "\"char\"", String.class, BinaryValues::text, text -> text),
    NAME(19, 1003, "name", String.class, BinaryValues::text, text -> text),
    INT8(20, 1016, "bigint", Long.class, ByteBuf::readLong, Long::valueOf),
    INT2(21, 1005, "smallint", Short.class, ByteBuf::readShort, Short::valueOf),
    INT4(23, 1007, "integer", Integer.class, ByteBuf::readInt, Integer::valueOf),
    TEXT(25, 1009, "text", String.class, BinaryValues::text, text -> text),
    OID(26, 1028, "oid", Long.class, ByteBuf::readUnsignedInt, Long::valueOf),
    JSON(114, 199, "json", String.class, BinaryValues::text, text -> text),
    XML(142, 143, "xml", String.class, BinaryValues::text, text -> text),
    FLOAT4(700, 1021, "real", Float.class, ByteBuf::readFloat, Float::valueOf),
    FLOAT8(701, 1022, "double precision", Double.class, ByteBuf::readDouble, Double::valueOf),
    UNKNOWN(705, -1, "unknown", String.class, BinaryValues::text, text -> text),
    BPCHAR(1042, 1014, "character", String.class, BinaryValues::text, text -> text),
    VARCHAR(1043, 1015, "character varying", String.class, BinaryValues::text, text -> text),
    DATE(1082, 1182, "date", LocalDate.class, BinaryTimes::date, TextTimes::date),
    TIME(1083, 1183, "time without time zone", LocalTime.class, BinaryTimes::time, TextTimes::time),
    TIMESTAMP(
            1114,
            1115,
            "timestamp without time zone",
            LocalDateTime.class,
            BinaryTimes::timestamp,
            TextTimes::timestamp),
    TIMESTAMPTZ(1184, 1185, "timestamp with time zone", Instant.class, BinaryTimes::instant, TextTimes::instant),
    NUMERIC(1700, 1231, "numeric", BigDecimal.class, BinaryNumeric::decimal, TextValues::decimal),
    VOID(2278, -1, "void", String.class, BinaryValues::text, text -> text),
    UUID(2950, 2951, "uuid", java.util.UUID.class, BinaryValues::uuid, java.util.UUID::fromString),
    JSONB(3802, 3807, "jsonb", String.class, BinaryValues::jsonb, text -> text),
    INET(869, 1041, "inet", NativeText.class, BinaryNatives::inet, NativeText::new),
    INTERVAL(1186, 1187, "interval", NativeText.class, BinaryNatives::interval, NativeText::new),
    BIT(1560, 1561, "bit", NativeText.class, BinaryNatives::bits, NativeText::new),
    VARBIT(1562, 1563, "bit varying", NativeText.class, BinaryNatives::bits, NativeText::new),
    INT4RANGE(3904, 3905, "int4range", INT4),
    NUMRANGE(3906, 3907, "numrange", NUMERIC),
    TSRANGE(3908, 3909, "tsrange", TIMESTAMP),
    TSTZRANGE(3910, 3911, "tstzrange", TIMESTAMPTZ),
    DATERANGE(3912, 3913, "daterange", DATE),
    INT8RANGE(3926, 3927, "int8range", INT8);

    private static final Map<Integer, WireType> BY_OID = new HashMap<>();
    private static final Map<Integer, WireType> BY_ARRAY_OID = new HashMap<>();

    static {
        for (WireType type : values()) {
            BY_OID.put(type.oid, type);
            BY_ARRAY_OID.put(type.arrayOid, type);
        }
        BY_ARRAY_OID.remove(-1);
    }

    private final int oid;
    private final int arrayOid;
    private final String sqlName;
    private final Class<?> javaClass;
    private final Function<ByteBuf, Object> binary;
    private final Function<String, Object> text;
    private final RawColumn unchanged = new RawColumn(this, UnaryOperator.identity());

    WireType(
            int oid,
            int arrayOid,
            String sqlName,
            Class<?> javaClass,
            Function<ByteBuf, Object> binary,
            Function<String, Object> text) {
        this.oid = oid;
        this.arrayOid = arrayOid;
        this.sqlName = sqlName;
        this.javaClass = javaClass;
        this.binary = binary;
        this.text = text;
    }

    /** A type of ranges. */
    WireType(int oid, int arrayOid, String sqlName, WireType element) {
        this(oid, arrayOid, sqlName, NativeText.class, buffer -> BinaryNatives.range(buffer, element), NativeText::new);
    }

    static @Nullable WireType ofOid(int oid) {
        return BY_OID.get(oid);
    }

    /** The type of the elements of the array type with this oid. */
    static @Nullable WireType ofArrayOid(int oid) {
        return BY_ARRAY_OID.get(oid);
    }

    /** Reads a column of this type into its Java class; the same for every result. */
    RawColumn unchanged() {
        return unchanged;
    }

    int oid() {
        return oid;
    }

    int arrayOid() {
        return arrayOid;
    }

    /** What both formats are read into. */
    Class<?> javaClass() {
        return javaClass;
    }

    String sqlName() {
        return sqlName;
    }

    @Override
    public Object fromBinary(ByteBuf buffer) {
        return binary.apply(buffer);
    }

    @Override
    public int width() {
        return switch (this) {
            case BOOL -> 1;
            case INT2 -> 2;
            case INT4, OID, FLOAT4, DATE -> 4;
            case INT8, FLOAT8, TIME, TIMESTAMP, TIMESTAMPTZ -> 8;
            case UUID -> 16;
            default -> 0;
        };
    }

    @Override
    public Object fromText(String value) {
        return text.apply(value);
    }
}
