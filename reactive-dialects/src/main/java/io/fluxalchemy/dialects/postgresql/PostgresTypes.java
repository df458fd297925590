package io.fluxalchemy.dialects.postgresql;

import io.fluxalchemy.dialect.ArrayForm;
import io.fluxalchemy.dialect.StandardTypes;
import io.fluxalchemy.dialect.TypeSyntax;
import io.fluxalchemy.type.SqlType;
import io.fluxalchemy.type.Storage;
import io.fluxalchemy.type.Types;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Type names, and how lists travel as arrays: natively where the driver encodes them right, as text with a cast elsewhere. */
final class PostgresTypes implements TypeSyntax {

    static final PostgresTypes INSTANCE = new PostgresTypes();

    private PostgresTypes() {}

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
                case TEXT -> "text";
                case DATE -> "date";
                case TIME -> "time";
                case TIMESTAMP -> "timestamp";
                case INSTANT -> "timestamptz";
                case UUID -> "uuid";
                case BYTES -> "bytea";
                case JSON -> "jsonb";
            };
        } else if (storage instanceof Storage.NamedEnum named) {
            return ofSchema(named.name());
        } else if (storage instanceof Storage.Native known) {
            return known.typeName();
        } else if (storage instanceof Storage.Bit bit) {
            return (bit.varying() ? "bit varying(" : "bit(") + bit.length() + ")";
        } else if (storage instanceof Storage.Array array) {
            return name(array.element()) + "[]";
        }
        return StandardTypes.name(storage, this);
    }

    /** The name of a type made by users, with its schema in front of a dot if it has one. */
    private static String ofSchema(String name) {
        return Arrays.stream(name.split("\\.", -1))
                .map(PostgresDialect.IDENTIFIERS::quoted)
                .collect(Collectors.joining("."));
    }

    @Override
    public ArrayForm arrayForm(SqlType<?> given) {
        SqlType<?> element = given.bare();
        Storage storage = element.storage();
        if (needsText(storage)) {
            return new ArrayForm(new TextArrayType<>(element), "text[]", name(storage));
        }
        return new ArrayForm(Types.arrayOf(element), arrayElement(storage) + "[]", null);
    }

    /** Whether a list of such values travels as text: the driver's own arrays of them are refused, or wrong in silence. */
    private static boolean needsText(Storage storage) {
        return storage == Storage.Simple.JSON
                || storage == Storage.Simple.BYTES
                || storage instanceof Storage.NamedEnum
                || storage instanceof Storage.Native
                || storage instanceof Storage.Bit
                || storage instanceof Storage.Array;
    }

    /** Without length and precision, so that what does not fit is the column's error and not cut by a cast. */
    private String arrayElement(Storage storage) {
        if (storage instanceof Storage.Varchar) {
            return "text";
        } else if (storage instanceof Storage.Char) {
            return "bpchar";
        } else if (storage instanceof Storage.Numeric) {
            return "numeric";
        }
        return name(storage);
    }
}
