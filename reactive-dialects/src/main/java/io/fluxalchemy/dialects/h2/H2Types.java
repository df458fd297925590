package io.fluxalchemy.dialects.h2;

import io.fluxalchemy.dialect.StandardTypes;
import io.fluxalchemy.dialect.TypeSyntax;
import io.fluxalchemy.type.Storage;

/**
 * Type names. Text and bytes of any length are {@code varchar} and {@code varbinary}, of at most 1,048,576 characters and bytes:
 * H2's large objects are not read with their row.
 */
final class H2Types implements TypeSyntax {

    @Override
    public String name(Storage storage) {
        if (storage instanceof Storage.Simple simple) {
            return switch (simple) {
                case SMALLINT -> "smallint";
                case INTEGER -> "integer";
                case BIGINT -> "bigint";
                case REAL -> "real";
                case DOUBLE -> "double precision";
                case BOOLEAN -> "boolean";
                case TEXT -> "varchar";
                case DATE -> "date";
                case TIME -> "time(6)";
                case TIMESTAMP -> "timestamp(6)";
                case INSTANT -> "timestamp(6) with time zone";
                case UUID -> "uuid";
                case BYTES -> "varbinary";
                case JSON -> "json";
            };
        } else if (storage instanceof Storage.Numeric numeric && numeric.precision() == null) {
            // numeric without a scale keeps whole numbers only
            return "decfloat";
        }
        return StandardTypes.name(storage, this);
    }
}
