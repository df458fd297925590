package io.fluxalchemy.sql;

import io.fluxalchemy.type.SqlType;
import io.fluxalchemy.type.Storage;
import io.fluxalchemy.type.TemporalType;
import io.fluxalchemy.type.Types;

/**
 * The type values are compared and computed in: a column's length, scale or precision limits what it stores, not what it is compared
 * with. Types of the user's stay what they are.
 */
final class Widening {

    private Widening() {}

    @SuppressWarnings("unchecked") // equal to a type of T's class, so T is that class
    static <T> SqlType<T> of(SqlType<T> type) {
        Storage storage = type.storage();
        if (storage instanceof Storage.Varchar varchar && type.equals(Types.varchar(varchar.length()))) {
            return (SqlType<T>) Types.TEXT;
        }
        if (storage instanceof Storage.Numeric numeric
                && numeric.precision() != null
                && numeric.scale() != null
                && type.equals(Types.numeric(numeric.precision(), numeric.scale()))) {
            return (SqlType<T>) Types.NUMERIC;
        }
        return type instanceof TemporalType<?> time ? (SqlType<T>) time.exact() : type;
    }
}
