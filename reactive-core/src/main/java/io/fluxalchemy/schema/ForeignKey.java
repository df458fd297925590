package io.fluxalchemy.schema;

import io.fluxalchemy.sql.tree.TableName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A foreign key; the columns of both lists pair up by position. Without a name the DDL derives one. */
public record ForeignKey(
        @Nullable String name, List<String> columns, TableName target, List<String> targetColumns, Action onDelete) {

    public ForeignKey {
        columns = List.copyOf(columns);
        targetColumns = List.copyOf(targetColumns);
    }

    /** What deleting the referenced row does. */
    public enum Action {
        NO_ACTION,
        CASCADE,
        SET_NULL,
        RESTRICT
    }
}
