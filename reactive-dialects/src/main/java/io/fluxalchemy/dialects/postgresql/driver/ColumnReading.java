package io.fluxalchemy.dialects.postgresql.driver;

import io.fluxalchemy.engine.driver.ColumnDecoder;
import io.fluxalchemy.engine.driver.ExactConversion;
import io.fluxalchemy.error.ConversionException;
import io.fluxalchemy.type.NativeText;
import io.fluxalchemy.type.SqlType;
import io.fluxalchemy.type.Storage;
import io.fluxalchemy.type.Types;
import io.r2dbc.spi.ColumnMetadata;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Chooses how a column is read, from its oid and the storage it is wanted as. */
final class ColumnReading {

    /** From here on oids are given out by the database; below they mean the same everywhere. */
    private static final int FIRST_OF_THE_DATABASE = 16_384;

    private ColumnReading() {}

    /** @param hasOurCodec whether the connections hand out bytes; else the driver's own classes are what there is */
    static ColumnDecoder decoder(ColumnMetadata column, SqlType<?> type, boolean hasOurCodec) {
        int oid = oid(column);
        Storage storage = type.storage();
        ColumnDecoder decoder = storage instanceof Storage.Array array
                ? array(oid, array.element(), hasOurCodec)
                : scalar(oid, storage, hasOurCodec);
        if (decoder == null) {
            throw new ConversionException("column \"" + column.getName() + "\" is of the database type "
                    + describe(column)
                    + ", which cannot be read exactly as " + type.name() + ": write cast(" + column.getName() + " as "
                    + BindType.of(storage) + ") or give it another type");
        }
        return decoder;
    }

    private static @Nullable ColumnDecoder scalar(int oid, Storage storage, boolean hasOurCodec) {
        if (storage == Storage.Native.HSTORE) {
            return isOfTheDatabase(oid) ? label(HstoreValue.INSTANCE, hasOurCodec) : null;
        }
        WireType known = WireType.ofOid(oid);
        if (known == null) {
            return isLabel(oid, storage) ? label(LabelValue.INSTANCE, hasOurCodec) : null;
        }
        if (known.javaClass() == NativeText.class && !isSame(known, storage)) {
            return null;
        }
        UnaryOperator<Object> conversion = ExactConversion.of(known.javaClass(), storage);
        if (conversion == null) {
            return null;
        }
        if (!hasOurCodec) {
            return DriverColumn.of(known, conversion);
        }
        return conversion == UnaryOperator.identity() ? known.unchanged() : new RawColumn(known, conversion);
    }

    private static @Nullable ColumnDecoder array(int oid, Storage storage, boolean hasOurCodec) {
        if (storage == Storage.Native.HSTORE) {
            return isOfTheDatabase(oid) ? label(new ArrayValue(HstoreValue.INSTANCE), hasOurCodec) : null;
        }
        WireType element = WireType.ofArrayOid(oid);
        if (element == null) {
            return isLabel(oid, storage) ? label(new ArrayValue(LabelValue.INSTANCE), hasOurCodec) : null;
        }
        if (element.javaClass() == NativeText.class && !isSame(element, storage)) {
            return null;
        }
        UnaryOperator<Object> conversion = ExactConversion.of(element.javaClass(), storage);
        if (conversion == null) {
            return null;
        }
        ArrayValue array = new ArrayValue(new ConvertedValue(element, conversion));
        return hasOurCodec ? new RawColumn(array, UnaryOperator.identity()) : DriverColumn.ofArray(element, array);
    }

    private static ColumnDecoder label(WireValue value, boolean hasOurCodec) {
        return hasOurCodec
                ? new RawColumn(value, UnaryOperator.identity())
                : new DriverColumn(value, UnaryOperator.identity(), null);
    }

    /** Types that are carried as text are told apart by what they are; bits of one kind are read as those of the other. */
    private static boolean isSame(WireType known, Storage storage) {
        boolean isBits = known == WireType.BIT || known == WireType.VARBIT;
        return storage instanceof Storage.Bit ? isBits : !isBits && known == BindType.wireType(storage);
    }

    private static boolean isOfTheDatabase(int oid) {
        return oid >= FIRST_OF_THE_DATABASE || oid < 0;
    }

    private static boolean isLabel(int oid, Storage storage) {
        return isOfTheDatabase(oid)
                && (storage == Storage.Simple.TEXT
                        || storage instanceof Storage.Varchar
                        || storage instanceof Storage.NamedEnum);
    }

    /** What an untyped column is read as; types that cannot be read give text, and are refused with the cast to write. */
    static SqlType<?> typeOf(ColumnMetadata column) {
        int oid = oid(column);
        WireType element = WireType.ofArrayOid(oid);
        if (element != null) {
            return Types.arrayOf(typeOf(element));
        }
        WireType known = WireType.ofOid(oid);
        return known == null ? Types.TEXT : typeOf(known);
    }

    private static SqlType<?> typeOf(WireType type) {
        return switch (type) {
            case BOOL -> Types.BOOLEAN;
            case BYTEA -> Types.BYTES;
            case INT2 -> Types.SMALLINT;
            case INT4 -> Types.INTEGER;
            case INT8, OID -> Types.BIGINT;
            case FLOAT4 -> Types.REAL;
            case FLOAT8 -> Types.DOUBLE;
            case NUMERIC -> Types.NUMERIC;
            case DATE -> Types.DATE;
            case TIME -> Types.TIME;
            case TIMESTAMP -> Types.LOCAL_TIMESTAMP;
            case TIMESTAMPTZ -> Types.TIMESTAMP;
            case UUID -> Types.UUID;
            case JSON, JSONB -> Types.JSON;
            case BPCHAR, CHAR, NAME, TEXT, UNKNOWN, VARCHAR, VOID, XML -> Types.TEXT;
            case INTERVAL -> Types.INTERVAL;
            case INET -> Types.INET;
            case BIT, VARBIT -> Types.varbit(Integer.MAX_VALUE);
            case INT4RANGE -> Types.rangeOf(Types.INTEGER);
            case INT8RANGE -> Types.rangeOf(Types.BIGINT);
            case NUMRANGE -> Types.rangeOf(Types.NUMERIC);
            case DATERANGE -> Types.rangeOf(Types.DATE);
            case TSRANGE -> Types.rangeOf(Types.LOCAL_TIMESTAMP);
            case TSTZRANGE -> Types.rangeOf(Types.TIMESTAMP);
        };
    }

    private static int oid(ColumnMetadata column) {
        Object oid = column.getNativeTypeMetadata();
        if (oid instanceof Integer number) {
            return number;
        }
        throw new ConversionException(
                "column \"" + column.getName() + "\" has no oid: it was not read by the PostgreSQL driver");
    }

    private static String describe(ColumnMetadata column) {
        int oid = oid(column);
        WireType known = WireType.ofOid(oid);
        if (known != null) {
            return known.sqlName();
        }
        WireType element = WireType.ofArrayOid(oid);
        if (element != null) {
            return element.sqlName() + "[]";
        }
        String name = column.getType().getName();
        return name.chars().allMatch(Character::isDigit)
                ? "with oid " + Integer.toUnsignedString(oid) + " (see select " + Integer.toUnsignedString(oid)
                        + "::regtype)"
                : name.toLowerCase(Locale.ROOT);
    }
}
