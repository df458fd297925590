package io.fluxalchemy.schema;

import io.fluxalchemy.sql.tree.ForeignKeyRef;
import io.fluxalchemy.sql.tree.TableName;
import io.fluxalchemy.sql.tree.TableRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table as DDL creates it. Immutable.
 *
 * @param primaryKeyName null leaves it to the database
 * @param comment what the database keeps beside the table for its readers; null for nothing
 */
public record TableDefinition(
        TableName tableName,
        List<ColumnDefinition> columns,
        List<String> primaryKey,
        List<ForeignKey> keys,
        List<UniqueConstraint> uniques,
        List<CheckConstraint> checks,
        List<Index> indexes,
        @Nullable String primaryKeyName,
        @Nullable String comment)
        implements TableRef {

    /** With a primary key whose name is the database's choice, and without a comment. */
    public TableDefinition(
            TableName tableName,
            List<ColumnDefinition> columns,
            List<String> primaryKey,
            List<ForeignKey> keys,
            List<UniqueConstraint> uniques,
            List<CheckConstraint> checks,
            List<Index> indexes) {
        this(tableName, columns, primaryKey, keys, uniques, checks, indexes, null, null);
    }

    public TableDefinition {
        columns = List.copyOf(columns);
        primaryKey = List.copyOf(primaryKey);
        keys = List.copyOf(keys);
        uniques = List.copyOf(uniques);
        checks = List.copyOf(checks);
        indexes = List.copyOf(indexes);
    }

    @Override
    public List<ForeignKeyRef> foreignKeys() {
        return keys.stream()
                .map(k -> new ForeignKeyRef(k.name(), k.columns(), k.target(), k.targetColumns()))
                .toList();
    }

    @Override
    public boolean isIdentity(String column) {
        return columns.stream()
                .anyMatch(each -> each.name().equals(column) && each.generation() instanceof Generation.Identity);
    }

    @Override
    public boolean isNullable(String column) {
        return !primaryKey.contains(column)
                && columns.stream().noneMatch(each -> each.name().equals(column) && !each.nullable());
    }
}
