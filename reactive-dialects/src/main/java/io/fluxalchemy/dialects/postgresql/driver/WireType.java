package io.fluxalchemy.dialects.postgresql.driver;

import io.netty.buffer.ByteBuf;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The database types read here, by their oid. Each is read into one Java class; what the column is to become from there is
 * {@link ReadingRules}. The numbers are those of PostgreSQL's {@code pg_type.dat} and never change.
 */
enum WireType implements WireValue {
    BOOL(16, 1000, "boolean", ByteBuf::readBoolean, TextValues::bool),
    BYTEA(17, 1001, "bytea", BinaryValues::bytes, TextValues::bytes),
    CHAR(18, 1002, "\"char\"", BinaryValues::text, text -> text),
    NAME(19, 1003, "name", BinaryValues::text, text -> text),
    INT8(20, 1016, "bigint", ByteBuf::readLong, Long::valueOf),
    INT2(21, 1005, "smallint", ByteBuf::readShort, Short::valueOf),
    INT4(23, 1007, "integer", ByteBuf::readInt, Integer::valueOf),
    TEXT(25, 1009, "text", BinaryValues::text, text -> text),
    OID(26, 1028, "oid", ByteBuf::readUnsignedInt, Long::valueOf),
    JSON(114, 199, "json", BinaryValues::text, text -> text),
    XML(142, 143, "xml", BinaryValues::text, text -> text),
    FLOAT4(700, 1021, "real", ByteBuf::readFloat, Float::valueOf),
    FLOAT8(701, 1022, "double precision", ByteBuf::readDouble, Double::valueOf),
    UNKNOWN(705, -1, "unknown", BinaryValues::text, text -> text),
    BPCHAR(1042, 1014, "character", BinaryValues::text, text -> text),
    VARCHAR(1043, 1015, "character varying", BinaryValues::text, text -> text),
    DATE(1082, 1182, "date", BinaryTimes::date, TextTimes::date),
    TIME(1083, 1183, "time without time zone", BinaryTimes::time, TextTimes::time),
    TIMESTAMP(1114, 1115, "timestamp without time zone", BinaryTimes::timestamp, TextTimes::timestamp),
    TIMESTAMPTZ(1184, 1185, "timestamp with time zone", BinaryTimes::instant, TextTimes::instant),
    NUMERIC(1700, 1231, "numeric", BinaryNumeric::decimal, TextValues::decimal),
    VOID(2278, -1, "void", BinaryValues::text, text -> text),
    UUID(2950, 2951, "uuid", BinaryValues::uuid, java.util.UUID::fromString),
    JSONB(3802, 3807, "jsonb", BinaryValues::jsonb, text -> text);

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
    private final Function<ByteBuf, Object> binary;
    private final Function<String, Object> text;

    WireType(int oid, int arrayOid, String sqlName, Function<ByteBuf, Object> binary, Function<String, Object> text) {
        this.oid = oid;
        this.arrayOid = arrayOid;
        this.sqlName = sqlName;
        this.binary = binary;
        this.text = text;
    }

    static @Nullable WireType ofOid(int oid) {
        return BY_OID.get(oid);
    }

    /** The type of the elements of the array type with this oid. */
    static @Nullable WireType ofArrayOid(int oid) {
        return BY_ARRAY_OID.get(oid);
    }

    int oid() {
        return oid;
    }

    int arrayOid() {
        return arrayOid;
    }

    String sqlName() {
        return sqlName;
    }

    @Override
    public Object fromBinary(ByteBuf buffer) {
        return binary.apply(buffer);
    }

    @Override
    public Object fromText(String value) {
        return text.apply(value);
    }
}
