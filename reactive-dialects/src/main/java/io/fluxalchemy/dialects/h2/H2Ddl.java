package io.fluxalchemy.dialects.h2;

import io.fluxalchemy.dialect.DdlSyntax;
import io.fluxalchemy.dialect.StandardExpressions;
import io.fluxalchemy.sql.tree.TableName;
import org.jspecify.annotations.Nullable;

/** Schemas of H2, whose computed columns are never stored. */
final class H2Ddl implements DdlSyntax {

    @Override
    public String computed(String sql) {
        return "generated always as (" + sql + ")";
    }

    /** H2 has no word for how an index is kept. */
    @Override
    public String index(String name, String table, String elements, @Nullable String method) {
        if (method != null) {
            throw StandardExpressions.missing("indexes kept in the way '" + method + "'", "h2");
        }
        return DdlSyntax.super.index(name, table, elements, null);
    }

    /** H2 looks for a name without a schema beside the table that has the key; everywhere else it means the schema {@code public}. */
    @Override
    public TableName referenced(TableName table, TableName target) {
        return table.schema() != null && target.schema() == null ? new TableName("public", target.name()) : target;
    }
}
