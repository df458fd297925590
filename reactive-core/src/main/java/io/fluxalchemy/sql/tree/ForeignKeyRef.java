package io.fluxalchemy.sql.tree;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A foreign key as the query language needs it to infer the ON of a join; the columns of both lists pair up by position. */
public record ForeignKeyRef(@Nullable String name, List<String> columns, TableName target, List<String> targetColumns) {
    public ForeignKeyRef {
        columns = List.copyOf(columns);
        targetColumns = List.copyOf(targetColumns);
    }
}
