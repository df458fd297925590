package io.fluxalchemy.mapping.model;

import io.fluxalchemy.schema.ColumnDefinition;
import io.fluxalchemy.schema.TableDefinition;
import io.fluxalchemy.sql.Column;
import io.fluxalchemy.sql.TableExpression;
import io.fluxalchemy.sql.ValueColumn;
import io.fluxalchemy.sql.tree.TableSource;
import org.jspecify.annotations.Nullable;

/** A table without a class of its own, such as a link table, for FROM, JOIN and writes. */
public record DefinedTable(
        TableDefinition definition, @Nullable String alias) implements TableExpression {

    @Override
    public TableSource source() {
        return new TableSource(definition, alias);
    }

    /**
     * One of its columns.
     *
     * @throws IllegalArgumentException if the table has no such column
     */
    public Column<?> column(String name) {
        for (ColumnDefinition column : definition.columns()) {
            if (column.name().equals(name)) {
                return new ValueColumn<>(this, name, column.type());
            }
        }
        throw new IllegalArgumentException(definition.tableName() + " has no column " + name);
    }
}
