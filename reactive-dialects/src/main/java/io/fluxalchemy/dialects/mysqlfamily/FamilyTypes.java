package io.fluxalchemy.dialects.mysqlfamily;

import io.fluxalchemy.dialect.Feature;
import io.fluxalchemy.dialect.StandardExpressions;
import io.fluxalchemy.dialect.StandardTypes;
import io.fluxalchemy.dialect.TypeSyntax;
import io.fluxalchemy.type.Storage;

/** Type names. A point in time is kept as {@code datetime} in UTC: {@code timestamp} ends in 2038 and follows the session's zone. */
public final class FamilyTypes implements TypeSyntax {

    private final String dialect;
    private final String uuid;
    private final String castJson;

    /**
     * @param uuid the type of UUIDs
     * @param castJson what JSON is cast to
     */
    public FamilyTypes(String dialect, String uuid, String castJson) {
        this.dialect = dialect;
        this.uuid = uuid;
        this.castJson = castJson;
    }

    @Override
    public String name(Storage storage) {
        if (storage instanceof Storage.Simple simple) {
            return switch (simple) {
                case SMALLINT -> "smallint";
                case INTEGER -> "int";
                case BIGINT -> "bigint";
                // the text protocol writes FLOAT with six digits, which loses some of a float's
                case REAL, DOUBLE -> "double";
                case BOOLEAN -> "boolean";
                case TEXT -> "longtext";
                case DATE -> "date";
                case TIME -> "time(6)";
                case TIMESTAMP, INSTANT -> "datetime(6)";
                case UUID -> uuid;
                case BYTES -> "longblob";
                case JSON -> "json";
            };
        } else if (storage instanceof Storage.Numeric numeric) {
            return numeric.precision() == null
                    ? "decimal(65, 30)"
                    : "decimal(" + numeric.precision() + ", " + numeric.scale() + ")";
        } else if (storage instanceof Storage.Array) {
            throw StandardExpressions.missing(Feature.ARRAYS.description(), dialect);
        }
        return StandardTypes.name(storage, this);
    }

    /** CAST has types of its own. */
    @Override
    public String cast(Storage storage) {
        if (storage instanceof Storage.Simple simple) {
            return switch (simple) {
                case SMALLINT, INTEGER, BIGINT, BOOLEAN -> "signed";
                case TEXT -> "char";
                case JSON -> castJson;
                case BYTES -> "binary";
                default -> name(storage);
            };
        } else if (storage instanceof Storage.Varchar varchar) {
            return "char(" + varchar.length() + ")";
        } else if (storage instanceof Storage.NamedEnum) {
            return "char";
        }
        return name(storage);
    }
}
