package io.fluxalchemy.schema;

import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.sql.tree.TableName;
import io.fluxalchemy.type.Storage;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What must be true of tables that are created together. */
final class SchemaCheck {

    private final Map<TableName, TableDefinition> tables = new HashMap<>();
    private final Map<TableName, Generation.Sequence> sequences = new HashMap<>();
    private final Map<String, List<String>> enums = new HashMap<>();

    private SchemaCheck() {}

    static void check(List<TableDefinition> tables, List<Generation.Sequence> sequences) {
        SchemaCheck check = new SchemaCheck();
        sequences.forEach(check::sequence);
        tables.forEach(check::add);
        for (TableDefinition table : tables) {
            check.columns(table);
            table.keys().forEach(key -> check.foreignKey(table, key));
        }
    }

    private void add(TableDefinition table) {
        if (tables.put(table.tableName(), table) != null) {
            throw new StatementException("two tables are named " + table.tableName()
                    + ": give one of them another name or schema, or add it once only (an alias is the same table)");
        }
        if (table.columns().isEmpty()) {
            throw new StatementException("the table " + table.tableName() + " has no column");
        }
    }

    private void columns(TableDefinition table) {
        Set<String> names = new HashSet<>();
        for (ColumnDefinition column : table.columns()) {
            if (!names.add(column.name())) {
                throw new StatementException(
                        "the table " + table.tableName() + " has two columns named " + column.name());
            }
            if (column.generation() instanceof Generation.Sequence sequence) {
                sequence(sequence);
            }
            if (column.type().storage() instanceof Storage.NamedEnum named) {
                requireSame("enumeration " + named.name(), enums.put(named.name(), named.labels()), named.labels());
            }
        }
        requireColumns(table, table, "the primary key", table.primaryKey());
        for (UniqueConstraint unique : table.uniques()) {
            requireColumns(table, table, "a unique constraint", unique.columns());
        }
        for (Index index : table.indexes()) {
            requireColumns(table, table, "an index", index.columns());
            if (index.columns().isEmpty() && index.expressions().isEmpty()) {
                throw new StatementException("an index of the table " + table.tableName() + " is over nothing");
            } else if (index.name() == null && !index.expressions().isEmpty()) {
                throw new StatementException("an index of the table " + table.tableName()
                        + " is over an expression, of which no name can be made: say named(\"…\")");
            }
        }
    }

    private void sequence(Generation.Sequence sequence) {
        requireSame("sequence " + sequence.sequenceName(), sequences.put(sequence.sequenceName(), sequence), sequence);
    }

    private static void requireSame(String what, @Nullable Object before, Object now) {
        if (before != null && !before.equals(now)) {
            throw new StatementException("the " + what + " is declared in two ways, " + before + " and " + now
                    + ": say the same in both places or use two names");
        }
    }

    private void foreignKey(TableDefinition table, ForeignKey key) {
        String what = "the foreign key " + table.tableName() + key.columns();
        TableDefinition target = tables.get(key.target());
        if (target == null) {
            throw new StatementException(what + " refers to the table " + key.target()
                    + ", which is not among these tables: add it to them");
        }
        requireColumns(table, table, what, key.columns());
        requireColumns(table, target, what, key.targetColumns());
        if (key.columns().size() != key.targetColumns().size()) {
            throw new StatementException(what + " has " + key.columns().size() + " columns and refers to "
                    + key.targetColumns().size() + ": they pair up by position");
        }
        Set<String> referred = Set.copyOf(key.targetColumns());
        boolean isKey = referred.equals(Set.copyOf(target.primaryKey()))
                || target.uniques().stream().anyMatch(unique -> referred.equals(Set.copyOf(unique.columns())));
        if (!isKey) {
            throw new StatementException(what + " refers to " + target.tableName() + key.targetColumns()
                    + ", which is neither its primary key nor unique: declare it so, or refer to its key");
        }
    }

    private static void requireColumns(
            TableDefinition owner, TableDefinition holder, String what, List<String> columns) {
        for (String column : columns) {
            if (holder.columns().stream().noneMatch(each -> each.name().equals(column))) {
                throw new StatementException(what + " of the table " + owner.tableName() + " names the column "
                        + holder.tableName() + "." + column + ", which does not exist");
            }
        }
    }
}
