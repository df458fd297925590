package io.fluxalchemy.roundtrip;

import io.fluxalchemy.type.SqlType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One value of one type.
 *
 * @param column the column's type in SQL
 * @param value what Java writes and must read
 * @param literal the same value written by hand in SQL, so that an error made alike in both directions shows
 */
record TypeCase<T>(String column, SqlType<T> type, @Nullable T value, String literal) {

    static <T> TypeCase<T> of(String column, SqlType<T> type, @Nullable T value, String literal) {
        return new TypeCase<>(column, type, value, literal);
    }

    @Override
    public String toString() {
        return column + " " + (literal.length() > 40 ? literal.length() + " characters" : literal);
    }

    /** A form of a value that compares arrays by what they hold. */
    static @Nullable Object comparable(@Nullable Object value) {
        if (value instanceof byte[] bytes) {
            return "bytes " + Arrays.toString(bytes);
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> comparable = new ArrayList<>();
            list.forEach(each -> comparable.add(comparable(each)));
            return comparable;
        }
        return value;
    }
}
