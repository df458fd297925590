package io.fluxalchemy.dialects.sqlserver;

import io.fluxalchemy.dialect.Feature;
import io.fluxalchemy.dialect.StandardExpressions;
import io.fluxalchemy.dialect.StandardTypes;
import io.fluxalchemy.dialect.TypeSyntax;
import io.fluxalchemy.type.Storage;

/**
 * Type names. Columns of text compare by their characters, as in other databases: the server's usual collation takes {@code 'a'} for
 * {@code 'A'}. JSON is kept as its text.
 */
final class SqlServerTypes implements TypeSyntax {

    private static final String BY_CHARACTERS = " collate Latin1_General_100_BIN2";

    /** The longest text with a limit, in units of UTF-16. */
    private static final int LONGEST_VARYING = 4_000;

    private static final int MOST_DIGITS = 38;

    @Override
    public String name(Storage storage) {
        return storage.canonicalClass() == String.class ? cast(storage) + BY_CHARACTERS : cast(storage);
    }

    /** A cast takes no collation. */
    @Override
    public String cast(Storage storage) {
        if (storage instanceof Storage.Simple simple) {
            return switch (simple) {
                case SMALLINT -> "smallint";
                case INTEGER -> "int";
                case BIGINT -> "bigint";
                case REAL -> "real";
                case DOUBLE -> "float";
                case BOOLEAN -> "bit";
                case TEXT, JSON -> "nvarchar(max)";
                case DATE -> "date";
                case TIME -> "time(6)";
                case TIMESTAMP -> "datetime2(6)";
                case INSTANT -> "datetimeoffset(6)";
                case UUID -> "uniqueidentifier";
                case BYTES -> "varbinary(max)";
            };
        } else if (storage instanceof Storage.Varchar varchar) {
            return varchar.length() > LONGEST_VARYING ? "nvarchar(max)" : "nvarchar(" + varchar.length() + ")";
        } else if (storage instanceof Storage.Char character) {
            if (character.length() > LONGEST_VARYING) {
                throw StandardExpressions.missing(
                        "texts of a fixed length above " + LONGEST_VARYING, SqlServerDialect.NAME);
            }
            return "nchar(" + character.length() + ")";
        } else if (storage instanceof Storage.NamedEnum) {
            return "nvarchar(255)";
        } else if (storage instanceof Storage.Numeric numeric) {
            return numeric(numeric);
        } else if (storage instanceof Storage.Array) {
            throw StandardExpressions.missing(Feature.ARRAYS.description(), SqlServerDialect.NAME);
        }
        return StandardTypes.name(storage, this);
    }

    private static String numeric(Storage.Numeric numeric) {
        Integer precision = numeric.precision();
        if (precision == null) {
            return "decimal(38, 10)";
        } else if (precision > MOST_DIGITS) {
            throw StandardExpressions.missing("decimals of more than 38 digits", SqlServerDialect.NAME);
        }
        return "decimal(" + precision + ", " + numeric.scale() + ")";
    }
}
