package io.fluxalchemy.dialect;

import io.fluxalchemy.type.SqlType;
import io.fluxalchemy.type.Storage;
import org.jspecify.annotations.Nullable;

/** How the forms in which columns keep values are spelled. */
public interface TypeSyntax {

    /**
     * The type of a column in DDL.
     *
     * @throws io.fluxalchemy.error.StatementException if the database has no such type
     */
    String name(Storage storage);

    /** The type an expression is cast to; differs from {@link #name} where the database has cast types of their own. */
    default String cast(Storage storage) {
        return name(storage);
    }

    /** How a list of such values travels as one array; null where it must be a list of markers. */
    default @Nullable ArrayForm arrayForm(SqlType<?> element) {
        return null;
    }
}
