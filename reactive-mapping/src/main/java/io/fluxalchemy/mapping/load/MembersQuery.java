package io.fluxalchemy.mapping.load;

import io.fluxalchemy.error.MappingException;
import io.fluxalchemy.mapping.load.KeyCondition.KeyColumn;
import io.fluxalchemy.mapping.model.ColumnPair;
import io.fluxalchemy.mapping.model.DefinedTable;
import io.fluxalchemy.mapping.model.EntityTable;
import io.fluxalchemy.mapping.model.LinkTable;
import io.fluxalchemy.mapping.model.RelationLink;
import io.fluxalchemy.sql.Condition;
import io.fluxalchemy.sql.DerivedTable;
import io.fluxalchemy.sql.NumericColumn;
import io.fluxalchemy.sql.Order;
import io.fluxalchemy.sql.RowReader;
import io.fluxalchemy.sql.RowValues;
import io.fluxalchemy.sql.Select;
import io.fluxalchemy.sql.SelectItem;
import io.fluxalchemy.sql.Selectable;
import io.fluxalchemy.sql.Selection;
import io.fluxalchemy.sql.Sql;
import io.fluxalchemy.sql.TableExpression;
import io.fluxalchemy.sql.tree.ColumnNode;
import io.fluxalchemy.sql.tree.FunctionNode;
import io.fluxalchemy.sql.tree.Node;
import io.fluxalchemy.sql.tree.OrderNode;
import io.fluxalchemy.sql.tree.OverNode;
import io.fluxalchemy.sql.tree.WindowTree;
import io.fluxalchemy.type.Types;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The statement that reads the members of many owners at once: the target's columns, and the columns that say whose member a row
 * is, taken from the target itself or from the link table.
 */
final class MembersQuery<T> {

    private static final String RANK = "member_rank";

    private final RowLayout<T> layout;
    private final EntityTable<T, ?> target;
    private final @Nullable DefinedTable between;
    private final @Nullable Condition joinOn;
    private final List<KeyColumn> ownerColumns;
    private final Criteria criteria;
    private final List<Order> orders;

    MembersQuery(LoadScope scope, RelationLink link, EntityTable<T, ?> target, Criteria criteria, List<Order> orders) {
        this.layout = scope.plans().layout(target.model());
        this.target = target;
        this.criteria = criteria;
        this.orders = orders;
        LinkTable linkTable = link.linkTable();
        if (linkTable == null) {
            this.between = null;
            this.joinOn = null;
            this.ownerColumns = columns(link.pairs());
        } else {
            this.between = linkTable.as(null);
            this.joinOn = JoinCondition.of(between.source(), target.source(), linkTable.far());
            this.ownerColumns = columns(linkTable.near());
        }
    }

    private static List<KeyColumn> columns(List<ColumnPair> pairs) {
        return pairs.stream().map(p -> new KeyColumn(p.right(), p.type())).toList();
    }

    /** The columns of the owner whose values are the keys, in the order the keys have their parts. */
    static List<String> ownerColumns(RelationLink link) {
        LinkTable linkTable = link.linkTable();
        return (linkTable == null ? link.pairs() : linkTable.near())
                .stream().map(ColumnPair::left).toList();
    }

    Select<Member<T>> select(List<?> keys) {
        TableExpression keyTable = between == null ? target : between;
        List<Condition> where = new ArrayList<>();
        where.add(KeyCondition.in(keyTable.source(), ownerColumns, keys));
        where.addAll(criteria.conditions());
        if (criteria.limit() > 0) {
            return ranked(keyTable, where);
        }
        return base(selection(items(keyTable), target))
                .where(where.toArray(Condition[]::new))
                .orderBy(orders);
    }

    private <R> Select<R> base(Selection<R> selection) {
        Select<R> select = Sql.select(new Rows<>(selection, target.describe()));
        return between == null || joinOn == null ? select : select.join(between, joinOn);
    }

    /** The first members of each owner: numbered in an inner query, cut off in the outer one. */
    private Select<Member<T>> ranked(TableExpression keyTable, List<Condition> where) {
        List<SelectItem> plain = items(keyTable);
        List<SelectItem> inner = new ArrayList<>();
        for (int i = 0; i < plain.size(); i++) {
            inner.add(new SelectItem(plain.get(i).node(), plain.get(i).type(), "c" + i));
        }
        List<Node> partition = new ArrayList<>();
        ownerColumns.forEach(column -> partition.add(column.node(keyTable.source())));
        List<OrderNode> order = orders.stream().map(MembersQuery::node).toList();
        inner.add(new SelectItem(
                new OverNode(new FunctionNode("row_number", List.of()), new WindowTree(partition, order, null)),
                Types.BIGINT,
                RANK));
        DerivedTable numbered = base(new Selection<>(inner, (row, from) -> row, List.of(target)))
                .where(where.toArray(Condition[]::new))
                .as("members");
        List<SelectItem> outer = new ArrayList<>();
        for (int i = 0; i < plain.size(); i++) {
            outer.add(new SelectItem(
                    new ColumnNode(numbered.source(), "c" + i), plain.get(i).type(), null));
        }
        NumericColumn<Long> rank = new NumericColumn<>(numbered, RANK, Types.BIGINT);
        return Sql.select(new Rows<>(selection(outer, numbered), target.describe()))
                .where(rank.le((long) criteria.limit()))
                .orderBy(rank.asc());
    }

    private static OrderNode node(Order order) {
        return new OrderNode(
                order.expression().node(),
                order.ascending(),
                order.nulls() == Order.Nulls.DEFAULT ? null : order.nulls() == Order.Nulls.FIRST);
    }

    /** The target's columns, then those that name the owner where the target's own do not. */
    private List<SelectItem> items(TableExpression keyTable) {
        List<SelectItem> items = layout.items(target);
        if (between != null) {
            for (KeyColumn column : ownerColumns) {
                items.add(new SelectItem(column.node(keyTable.source()), column.type(), null));
            }
        }
        return items;
    }

    private Selection<Member<T>> selection(List<SelectItem> items, TableExpression table) {
        int[] positions = new int[ownerColumns.size()];
        int size = layout.width();
        for (int i = 0; i < positions.length; i++) {
            positions[i] = between == null ? position(ownerColumns.get(i).name()) : size + i;
        }
        RowReader<T> entities = target.selection().reader();
        return new Selection<>(items, (row, from) -> member(row, from, entities, positions), List.of(table));
    }

    private static <T> @Nullable Member<T> member(RowValues row, int from, RowReader<T> entities, int[] positions) {
        Object key = RowKey.of(row, from, positions);
        T entity = entities.read(row, from);
        return key == null || entity == null ? null : new Member<>(key, entity);
    }

    private int position(String column) {
        int position = target.model().columns().indexOf(column);
        if (position < 0) {
            throw new MappingException(
                    target.model().type().getName() + " has no attribute kept in the column " + column);
        }
        return position;
    }

    /** A selection as something to select. */
    private record Rows<R>(Selection<R> selection, String describe) implements Selectable<R> {}
}
