package io.fluxalchemy.sql;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One row of a result, detached from its connection: safe to keep and to share. Values are read by what was selected. */
public interface SqlRow {

    /**
     * The value of a selected item.
     *
     * @throws io.fluxalchemy.error.ConversionException if it is NULL; the message names {@link #getOrNull(Selectable)}
     * @throws io.fluxalchemy.error.StatementException if the query did not select it
     */
    <T> T get(Selectable<T> what);

    /** As {@link #get(Selectable)}, with null for SQL NULL. */
    <T> @Nullable T getOrNull(Selectable<T> what);

    /**
     * The value of the column with this label.
     *
     * @throws io.fluxalchemy.error.StatementException if there is none, or more than one
     * @throws io.fluxalchemy.error.ConversionException if it is NULL or not exactly a {@code type}
     */
    <T> T get(String alias, Class<T> type);

    /** As {@link #get(String, Class)}, with null for SQL NULL. */
    <T> @Nullable T getOrNull(String alias, Class<T> type);

    /**
     * The value at this place among those selected, counted from 0.
     *
     * @throws io.fluxalchemy.error.StatementException if there are not so many
     * @throws io.fluxalchemy.error.ConversionException if it is NULL or not exactly a {@code type}
     */
    <T> T get(int index, Class<T> type);

    /** As {@link #get(int, Class)}, with null for SQL NULL. */
    <T> @Nullable T getOrNull(int index, Class<T> type);

    /** How many values the row has. */
    int size();

    /**
     * All values by their labels, in the order of the select list, NULLs included; for JSON, templates and the like: {@code
     * select(…).map(SqlRow::asMap)}. A label is the alias, else the column's name, else what the database calls an expression, so give
     * expressions aliases. The map cannot be changed, and its {@code toString} shows the values.
     *
     * @throws io.fluxalchemy.error.StatementException if several values have one label, or one has none, such as an entity; names them
     */
    Map<String, @Nullable Object> asMap();
}
