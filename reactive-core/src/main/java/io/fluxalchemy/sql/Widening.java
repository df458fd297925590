package io.fluxalchemy.sql;

import io.fluxalchemy.type.NumericType;
import io.fluxalchemy.type.SqlType;
import io.fluxalchemy.type.Storage;
import io.fluxalchemy.type.TemporalType;
import io.fluxalchemy.type.Types;
import java.math.BigDecimal;

/**
 * The type values are compared and computed in: a column's length, scale or precision limits what it stores, not what it is compared
 * with. Types of the user's stay what they are.
 */
final class Widening {

    private static final SqlType<String> SENSITIVE_TEXT = Types.sensitive(Types.TEXT);
    private static final SqlType<BigDecimal> SENSITIVE_NUMERIC = Types.sensitive(Types.NUMERIC);

    private Widening() {}

    @SuppressWarnings("unchecked") // equal to a type of T's class, so T is that class
    static <T> SqlType<T> of(SqlType<T> given) {
        SqlType<T> type = given.compared();
        Storage storage = type.storage();
        if (storage instanceof Storage.Varchar varchar) {
            if (type.equals(Types.varchar(varchar.length()))) {
                return (SqlType<T>) Types.TEXT;
            } else if (type.equals(Types.sensitive(Types.varchar(varchar.length())))) {
                return (SqlType<T>) text(type);
            }
        }
        if (storage instanceof Storage.Numeric numeric && numeric.precision() != null && numeric.scale() != null) {
            NumericType<BigDecimal> declared = Types.numeric(numeric.precision(), numeric.scale());
            if (type.equals(declared)) {
                return (SqlType<T>) Types.NUMERIC;
            } else if (type.equals(Types.sensitive(declared))) {
                return (SqlType<T>) SENSITIVE_NUMERIC;
            }
        }
        return type instanceof TemporalType<?> time ? (SqlType<T>) time.exact() : type;
    }

    /** Text of any length, as sensitive as what it is put beside. */
    static SqlType<String> text(SqlType<?> beside) {
        return beside.isSensitive() ? SENSITIVE_TEXT : Types.TEXT;
    }
}
