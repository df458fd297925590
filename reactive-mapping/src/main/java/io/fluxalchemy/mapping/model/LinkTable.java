package io.fluxalchemy.mapping.model;

import io.fluxalchemy.schema.ColumnDefinition;
import io.fluxalchemy.schema.ForeignKey;
import io.fluxalchemy.schema.TableDefinition;
import io.fluxalchemy.sql.tree.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The table of a many-to-many: rows of two foreign keys, which together are its primary key. Seen from the side of its owner
 * and from the inverse side it is the same table with the columns turned round.
 *
 * @param near columns that refer to the side it is seen from: left there, right here
 * @param far columns that refer to the other side: left here, right there
 */
public record LinkTable(
        TableName name, TableName nearTable, TableName farTable, List<ColumnPair> near, List<ColumnPair> far) {

    public LinkTable {
        near = List.copyOf(near);
        far = List.copyOf(far);
    }

    /** The same table from the other side. */
    public LinkTable fromOtherSide() {
        return new LinkTable(
                name,
                farTable,
                nearTable,
                far.stream().map(ColumnPair::turned).toList(),
                near.stream().map(ColumnPair::turned).toList());
    }

    /** This table for FROM, JOIN and writes. */
    public DefinedTable as(@Nullable String alias) {
        return new DefinedTable(definition(), alias);
    }

    /** The names of its columns: those of the near side, then those of the far side. */
    public List<String> columnNames() {
        return Stream.concat(near.stream().map(ColumnPair::right), far.stream().map(ColumnPair::left))
                .toList();
    }

    public TableDefinition definition() {
        List<ColumnDefinition> columns = new ArrayList<>();
        near.forEach(p -> columns.add(new ColumnDefinition(p.right(), p.type(), false, null)));
        far.forEach(p -> columns.add(new ColumnDefinition(p.left(), p.type(), false, null)));
        ForeignKey toNear = new ForeignKey(
                null,
                near.stream().map(ColumnPair::right).toList(),
                nearTable,
                near.stream().map(ColumnPair::left).toList(),
                ForeignKey.Action.NO_ACTION);
        ForeignKey toFar = new ForeignKey(
                null,
                far.stream().map(ColumnPair::left).toList(),
                farTable,
                far.stream().map(ColumnPair::right).toList(),
                ForeignKey.Action.NO_ACTION);
        return new TableDefinition(
                name, columns, columnNames(), List.of(toNear, toFar), List.of(), List.of(), List.of());
    }
}
