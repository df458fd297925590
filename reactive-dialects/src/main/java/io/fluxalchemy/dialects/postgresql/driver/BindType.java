package io.fluxalchemy.dialects.postgresql.driver;

import io.fluxalchemy.type.Storage;

/** The database's type for each storage: its name for casts in messages, and its oid for binds. */
final class BindType {

    /** The server finds the type from the place where the value stands. */
    private static final int UNSPECIFIED = 0;

    private BindType() {}

    static String of(Storage storage) {
        if (storage instanceof Storage.Array array) {
            return of(array.element()) + "[]";
        }
        if (storage instanceof Storage.NamedEnum named) {
            return named.name();
        }
        if (storage == Storage.Native.HSTORE) {
            return "hstore";
        }
        WireType type = wireType(storage);
        return type.sqlName();
    }

    static int oid(Storage storage) {
        if (storage instanceof Storage.Array array) {
            return isOfTheColumn(array.element())
                    ? UNSPECIFIED
                    : wireType(array.element()).arrayOid();
        }
        return isOfTheColumn(storage) ? UNSPECIFIED : wireType(storage).oid();
    }

    /** The oid of an enumeration or an extension's type is not known here, those of ranges not to the driver; a document sent as jsonb to a json column would be normalised on its way. */
    private static boolean isOfTheColumn(Storage storage) {
        return storage instanceof Storage.NamedEnum
                || storage == Storage.Simple.JSON
                || storage instanceof Storage.Native
                        && storage != Storage.Native.INTERVAL
                        && storage != Storage.Native.INET;
    }

    private static WireType wireType(Storage.Native storage) {
        return switch (storage) {
            case INTERVAL -> WireType.INTERVAL;
            case INTEGER_RANGE -> WireType.INT4RANGE;
            case BIGINT_RANGE -> WireType.INT8RANGE;
            case NUMERIC_RANGE -> WireType.NUMRANGE;
            case DATE_RANGE -> WireType.DATERANGE;
            case TIMESTAMP_RANGE -> WireType.TSRANGE;
            case INSTANT_RANGE -> WireType.TSTZRANGE;
            case INET -> WireType.INET;
            case HSTORE -> throw new IllegalArgumentException("the oid of hstore is the database's");
        };
    }

    static WireType wireType(Storage storage) {
        if (storage instanceof Storage.Numeric) {
            return WireType.NUMERIC;
        }
        if (storage instanceof Storage.Varchar) {
            return WireType.VARCHAR;
        }
        if (storage instanceof Storage.Char) {
            return WireType.BPCHAR;
        }
        if (storage instanceof Storage.Bit bit) {
            return bit.varying() ? WireType.VARBIT : WireType.BIT;
        }
        if (storage instanceof Storage.Native known) {
            return wireType(known);
        }
        if (!(storage instanceof Storage.Simple simple)) {
            throw new IllegalArgumentException("no database type for " + storage);
        }
        return switch (simple) {
            case SMALLINT -> WireType.INT2;
            case INTEGER -> WireType.INT4;
            case BIGINT -> WireType.INT8;
            case REAL -> WireType.FLOAT4;
            case DOUBLE -> WireType.FLOAT8;
            case BOOLEAN -> WireType.BOOL;
            case TEXT -> WireType.TEXT;
            case DATE -> WireType.DATE;
            case TIME -> WireType.TIME;
            case TIMESTAMP -> WireType.TIMESTAMP;
            case INSTANT -> WireType.TIMESTAMPTZ;
            case UUID -> WireType.UUID;
            case BYTES -> WireType.BYTEA;
            case JSON -> WireType.JSONB;
        };
    }
}
