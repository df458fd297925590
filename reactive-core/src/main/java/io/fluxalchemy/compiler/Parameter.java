package io.fluxalchemy.compiler;

import io.fluxalchemy.type.SqlType;
import org.jspecify.annotations.Nullable;

/**
 * One value to bind: the type it is bound as and the value in Java's form. Its text never shows the value.
 *
 * @param column the column it is written to or compared with, for messages; null where that is not known
 */
public record Parameter(
        SqlType<?> type, @Nullable Object value, @Nullable String column) {

    @Override
    public String toString() {
        return type.name() + (value == null ? " null" : " ?");
    }
}
