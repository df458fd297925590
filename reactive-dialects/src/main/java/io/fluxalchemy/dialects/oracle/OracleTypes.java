package io.fluxalchemy.dialects.oracle;

import io.fluxalchemy.dialect.Feature;
import io.fluxalchemy.dialect.StandardExpressions;
import io.fluxalchemy.dialect.StandardTypes;
import io.fluxalchemy.dialect.TypeSyntax;
import io.fluxalchemy.type.Storage;

/** Type names. There is no time of day: it is kept as the interval since midnight. */
final class OracleTypes implements TypeSyntax {

    /** The longest text that is no large object, in bytes. */
    private static final int LONGEST_VARYING = 4_000;

    private static final int LONGEST_FIXED = 2_000;
    private static final int MOST_DIGITS = 38;

    @Override
    public String name(Storage storage) {
        if (storage instanceof Storage.Simple simple) {
            return switch (simple) {
                case SMALLINT -> "number(5)";
                case INTEGER -> "number(10)";
                case BIGINT -> "number(19)";
                case REAL -> "binary_float";
                case DOUBLE -> "binary_double";
                case BOOLEAN -> "boolean";
                case TEXT -> "clob";
                case DATE -> "date";
                case TIME -> "interval day(0) to second(6)";
                case TIMESTAMP -> "timestamp(6)";
                case INSTANT -> "timestamp(6) with time zone";
                case UUID -> "raw(16)";
                case BYTES -> "blob";
                case JSON -> "json";
            };
        } else if (storage instanceof Storage.Varchar varchar) {
            return varchar.length() > LONGEST_VARYING ? "clob" : "varchar2(" + varchar.length() + " char)";
        } else if (storage instanceof Storage.Char character) {
            if (character.length() > LONGEST_FIXED) {
                throw StandardExpressions.missing("texts of a fixed length above " + LONGEST_FIXED, OracleDialect.NAME);
            }
            return "char(" + character.length() + " char)";
        } else if (storage instanceof Storage.NamedEnum) {
            return "varchar2(255 char)";
        } else if (storage instanceof Storage.Numeric numeric) {
            return numeric(numeric);
        } else if (storage instanceof Storage.Precise precise && precise.time() == Storage.Simple.TIME) {
            return "interval day(0) to second(" + precise.digits() + ")";
        } else if (storage instanceof Storage.Array) {
            throw StandardExpressions.missing(Feature.ARRAYS.description(), OracleDialect.NAME);
        }
        return StandardTypes.name(storage, this);
    }

    private static String numeric(Storage.Numeric numeric) {
        Integer precision = numeric.precision();
        if (precision == null) {
            return "number";
        } else if (precision > MOST_DIGITS) {
            throw StandardExpressions.missing("decimals of more than 38 digits", OracleDialect.NAME);
        }
        return "number(" + precision + ", " + numeric.scale() + ")";
    }

    /** Nothing is cast to a large object. */
    @Override
    public String cast(Storage storage) {
        String name = name(storage);
        return name.equals("clob") ? "varchar2(" + LONGEST_VARYING + ")" : name;
    }
}
