package io.fluxalchemy.sql.tree;

import io.fluxalchemy.type.SqlType;
import java.util.function.Supplier;

/**
 * A value this side gives a column that a statement does not set.
 *
 * @param value asked once for each row an INSERT adds, and once for each UPDATE
 */
public record ColumnDefault(String column, SqlType<?> type, Supplier<?> value) {}
