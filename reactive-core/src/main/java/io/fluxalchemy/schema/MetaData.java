package io.fluxalchemy.schema;

import io.fluxalchemy.schema.DdlStatement.AddForeignKey;
import io.fluxalchemy.schema.DdlStatement.CreateEnum;
import io.fluxalchemy.schema.DdlStatement.CreateIndex;
import io.fluxalchemy.schema.DdlStatement.CreateSequence;
import io.fluxalchemy.schema.DdlStatement.CreateTable;
import io.fluxalchemy.schema.DdlStatement.DropEnum;
import io.fluxalchemy.schema.DdlStatement.DropForeignKey;
import io.fluxalchemy.schema.DdlStatement.DropSequence;
import io.fluxalchemy.schema.DdlStatement.DropTable;
import io.fluxalchemy.sql.tree.TableName;
import io.fluxalchemy.type.Storage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A set of tables that belong together, checked against each other, and the DDL that creates and drops them. Immutable; no I/O. */
public final class MetaData {

    private final List<TableDefinition> tables;
    private final CreationOrder order;
    private final List<Generation.Sequence> ownSequences;

    private MetaData(List<TableDefinition> tables, List<Generation.Sequence> ownSequences) {
        SchemaCheck.check(tables, ownSequences);
        this.tables = List.copyOf(tables);
        this.ownSequences = List.copyOf(ownSequences);
        this.order = CreationOrder.of(this.tables);
    }

    /**
     * The tables declared by these, under their own names.
     *
     * @throws io.fluxalchemy.error.StatementException if they do not fit together; names table, column and fix
     */
    public static MetaData of(Table<?>... tables) {
        return of(Arrays.stream(tables).map(Table::definition).toList());
    }

    /** As {@link #of(Table...)}, for definitions made elsewhere, such as those of mapped entities. */
    public static MetaData of(Collection<TableDefinition> tables) {
        return new MetaData(List.copyOf(tables), List.of());
    }

    /** The same tables, whose nameless constraints and indexes are called as the convention has it. */
    public MetaData named(NamingConvention convention) {
        return new MetaData(tables.stream().map(convention::name).toList(), ownSequences);
    }

    /**
     * And these sequences, of which no column needs to be filled.
     *
     * @throws io.fluxalchemy.error.StatementException if one of them is declared in another way elsewhere
     */
    public MetaData with(Generation.Sequence... sequences) {
        List<Generation.Sequence> all = new ArrayList<>(ownSequences);
        all.addAll(Arrays.asList(sequences));
        return new MetaData(tables, all);
    }

    /** The tables in the order they were given. */
    public List<TableDefinition> tables() {
        return tables;
    }

    /** What creates everything, in an order the database takes; fails where something is there already. */
    public List<DdlStatement> createAll() {
        return create(false);
    }

    /** As {@link #createAll()}, leaving what is there already as it is, whatever it looks like. */
    public List<DdlStatement> createMissing() {
        return create(true);
    }

    /** What drops everything that exists, in an order the database takes. The rows go with it. */
    public List<DdlStatement> dropAll() {
        List<DdlStatement> statements = new ArrayList<>();
        order.late()
                .forEach((table, keys) ->
                        keys.forEach(key -> statements.add(new DropForeignKey(table.tableName(), key))));
        List<TableDefinition> reversed = new ArrayList<>(order.tables());
        Collections.reverse(reversed);
        reversed.forEach(table -> statements.add(new DropTable(table.tableName())));
        sequences().keySet().forEach(sequence -> statements.add(new DropSequence(sequence)));
        enums().keySet().forEach(name -> statements.add(new DropEnum(name)));
        return List.copyOf(statements);
    }

    private List<DdlStatement> create(boolean ifAbsent) {
        List<DdlStatement> statements = new ArrayList<>();
        enums().forEach((name, labels) -> statements.add(new CreateEnum(name, labels, ifAbsent)));
        sequences().values().forEach(sequence -> statements.add(new CreateSequence(sequence, ifAbsent)));
        for (TableDefinition table : order.tables()) {
            List<ForeignKey> keys = new ArrayList<>(table.keys());
            keys.removeAll(order.late().getOrDefault(table, List.of()));
            statements.add(new CreateTable(table, keys, ifAbsent));
            table.indexes().forEach(index -> statements.add(new CreateIndex(table.tableName(), index, ifAbsent)));
        }
        order.late()
                .forEach((table, keys) ->
                        keys.forEach(key -> statements.add(new AddForeignKey(table.tableName(), key, ifAbsent))));
        return List.copyOf(statements);
    }

    private Map<TableName, Generation.Sequence> sequences() {
        Map<TableName, Generation.Sequence> sequences = new LinkedHashMap<>();
        ownSequences.forEach(sequence -> sequences.put(sequence.sequenceName(), sequence));
        for (TableDefinition table : tables) {
            for (ColumnDefinition column : table.columns()) {
                if (column.generation() instanceof Generation.Sequence sequence) {
                    sequences.put(sequence.sequenceName(), sequence);
                }
            }
        }
        return sequences;
    }

    private Map<String, List<String>> enums() {
        Map<String, List<String>> enums = new LinkedHashMap<>();
        for (TableDefinition table : tables) {
            for (ColumnDefinition column : table.columns()) {
                Storage storage = column.type().storage();
                Storage element = storage instanceof Storage.Array array ? array.element() : storage;
                if (element instanceof Storage.NamedEnum named) {
                    enums.put(named.name(), named.labels());
                }
            }
        }
        return enums;
    }
}
