package io.fluxalchemy.sql;

import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.sql.tree.DeleteTree;
import io.fluxalchemy.sql.tree.JoinTree;
import io.fluxalchemy.sql.tree.Node;
import io.fluxalchemy.sql.tree.SelectTree;
import io.fluxalchemy.sql.tree.Source;
import io.fluxalchemy.sql.tree.TableSource;
import io.fluxalchemy.sql.tree.TreeTransform;
import io.fluxalchemy.sql.tree.UpdateTree;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Adds a condition wherever a table is read, updated or deleted from, under whatever alias: rows of other tenants and rows that
 * count as deleted are then never seen. {@code TableFilter.of(BOOKS, Books::as, b -> b.deletedAt.isNull())} is applied with
 * {@link Select#transform}, or to every query and command an engine runs. Batches, such as what a flush writes by key, are not
 * filtered, and rows an insert adds are not checked. Immutable.
 */
public final class TableFilter extends TreeTransform {

    private final TableSource table;
    private final Function<@Nullable String, Node> condition;

    private TableFilter(TableSource table, Function<@Nullable String, Node> condition) {
        this.table = table;
        this.condition = condition;
    }

    /**
     * @param alias the table under an alias
     * @param condition what holds for the rows that are seen
     */
    public static <T extends TableExpression> TableFilter of(
            T table, BiFunction<? super T, String, ? extends T> alias, Function<? super T, Condition> condition) {
        if (!(table.source() instanceof TableSource source)) {
            throw new StatementException(table.qualifier() + " is no table: only rows of tables are filtered");
        }
        return new TableFilter(
                source,
                name -> condition
                        .apply(name == null ? table : alias.apply(table, name))
                        .node());
    }

    @Override
    protected SelectTree rewrite(SelectTree select) {
        List<JoinTree> joins = new ArrayList<>();
        List<Node> where = new ArrayList<>();
        boolean full = select.joins().stream().anyMatch(join -> join.kind() == JoinTree.Kind.FULL);
        List<Node> pending = new ArrayList<>();
        select.from().forEach(source -> add(source, full, pending));
        for (JoinTree join : select.joins()) {
            List<Node> own = new ArrayList<>();
            add(join.source(), full, own);
            switch (join.kind()) {
                case INNER, LEFT -> joins.add(on(join, own));
                case RIGHT -> {
                    // what stands before a right join is the side that may be missing
                    joins.add(on(join, pending));
                    pending.clear();
                    pending.addAll(own);
                }
                case CROSS, FULL -> {
                    joins.add(join);
                    pending.addAll(own);
                }
            }
        }
        where.addAll(pending);
        return select.withFrom(select.from(), joins).withWhere(and(select.where(), where));
    }

    @Override
    protected UpdateTree rewrite(UpdateTree update) {
        List<Node> conditions = new ArrayList<>();
        add(update.table(), false, conditions);
        update.from().forEach(source -> add(source, false, conditions));
        return new UpdateTree(
                update.table(),
                update.assignments(),
                update.from(),
                and(update.where(), conditions),
                update.returning(),
                update.remarks());
    }

    @Override
    protected DeleteTree rewrite(DeleteTree delete) {
        List<Node> conditions = new ArrayList<>();
        add(delete.table(), false, conditions);
        delete.using().forEach(source -> add(source, false, conditions));
        return new DeleteTree(
                delete.table(), delete.using(), and(delete.where(), conditions), delete.returning(), delete.remarks());
    }

    private void add(Source source, boolean full, List<Node> conditions) {
        if (source instanceof TableSource read
                && read.table().tableName().equals(table.table().tableName())) {
            if (full) {
                throw new StatementException("a full join cannot be filtered: rows of " + read
                        + " that are left out would come back as missing; make it a sub-query first");
            }
            conditions.add(condition.apply(read.alias()));
        }
    }

    private static JoinTree on(JoinTree join, List<Node> more) {
        return new JoinTree(join.kind(), join.source(), and(join.on(), more));
    }

    private static @Nullable Node and(@Nullable Node first, List<Node> more) {
        List<Node> all = new ArrayList<>(more);
        if (first != null) {
            all.add(0, first);
        }
        return Conditions.clause(Conditions.join(true, all));
    }
}
