package io.fluxalchemy.sql;

import io.fluxalchemy.type.SqlType;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A column of keys with texts or nulls. */
public record HstoreColumn(TableExpression table, String name, SqlType<Map<String, @Nullable String>> type)
        implements HstoreExpression, Column<Map<String, @Nullable String>> {}
