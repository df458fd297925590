package io.fluxalchemy.sql;

import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.sql.tree.Correlation;
import io.fluxalchemy.sql.tree.JoinTree;
import io.fluxalchemy.sql.tree.NeutralNode;
import io.fluxalchemy.sql.tree.Node;
import io.fluxalchemy.sql.tree.Source;
import io.fluxalchemy.sql.tree.TableRef;
import io.fluxalchemy.sql.tree.TableSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The tables a query reads. Without an explicit FROM they are those of the select list that are not joined; with one, it alone
 * counts, so that a sub-query can refer to the tables of the query around it.
 */
record FromTables(
        List<TableExpression> explicit, List<TableExpression> implied, List<JoinedTable> joins, Correlation said)
        implements FromClause {

    static FromTables impliedBy(Selection<?> selection) {
        return new FromTables(List.of(), selection.tables(), List.of(), Correlation.IMPLIED);
    }

    FromTables implying(Selection<?> selection) {
        return new FromTables(explicit, selection.tables(), joins, said);
    }

    FromTables from(TableExpression... tables) {
        return new FromTables(concat(explicit, List.of(tables)), implied, joins, said).checked();
    }

    FromTables join(JoinTree.Kind kind, JoinTarget target) {
        FromTables joined = this;
        for (JoinStep step : target.joinSteps(this)) {
            joined = joined.join(kind, step.table(), step.on());
        }
        return joined;
    }

    FromTables join(JoinTree.Kind kind, TableExpression table, Condition on) {
        if (on.node() instanceof NeutralNode) {
            throw new StatementException(
                    "join(" + table.qualifier()
                            + ", on): the condition was dropped, so every row would meet every other; say crossJoin if that is meant");
        }
        return new FromTables(explicit, implied, concat(joins, List.of(new JoinedTable(kind, table, on))), said)
                .checked();
    }

    FromTables crossJoin(TableExpression table) {
        return new FromTables(
                        explicit,
                        implied,
                        concat(joins, List.of(new JoinedTable(JoinTree.Kind.CROSS, table, null))),
                        said)
                .checked();
    }

    /** Says which tables of the queries around are meant, or are not. */
    FromTables correlated(Correlation.Kind kind, TableExpression... tables) {
        if (said.isSaid() && said.kind() != kind) {
            throw new StatementException(
                    "correlate(…) and correlateExcept(…) exclude each other: say which tables of the"
                            + " query around are meant, or which are not");
        }
        List<Source> sources = new ArrayList<>(said.sources());
        for (TableExpression table : tables) {
            sources.add(table.source());
        }
        return new FromTables(explicit, implied, joins, new Correlation(kind, sources));
    }

    Correlation correlation() {
        return said.isSaid() || explicit.isEmpty() ? said : Correlation.FREE;
    }

    @Override
    public List<TableExpression> tables() {
        if (joins.isEmpty()) {
            return roots();
        }
        List<TableExpression> tables = new ArrayList<>(roots());
        for (JoinedTable join : joins) {
            tables.add(join.table());
        }
        return tables;
    }

    List<Source> sources() {
        List<TableExpression> roots = checked().roots();
        List<Source> sources = new ArrayList<>(roots.size());
        for (TableExpression root : roots) {
            sources.add(root.source());
        }
        return sources;
    }

    List<JoinTree> joinTrees() {
        List<JoinTree> trees = new ArrayList<>(joins.size());
        for (JoinedTable join : joins) {
            trees.add(join.tree());
        }
        return trees;
    }

    /** A condition, and that the tables before the joins have only the rows they mean. */
    Node restricted(Node where) {
        return isRestricted() ? withRestrictions(where) : where;
    }

    private boolean isRestricted() {
        for (TableExpression table : explicit.isEmpty() ? implied : explicit) {
            if (Restrictions.of(table.source()) != null) {
                return true;
            }
        }
        for (JoinedTable join : joins) {
            if (join.kind() == JoinTree.Kind.CROSS
                    && Restrictions.of(join.table().source()) != null) {
                return true;
            }
        }
        return false;
    }

    private Node withRestrictions(Node where) {
        Set<TableRef> met = new HashSet<>();
        List<Node> all = new ArrayList<>(List.of(where));
        for (TableExpression table : explicit.isEmpty() ? implied : explicit) {
            boolean isJoined =
                    joins.stream().anyMatch(join -> join.table().source().equals(table.source()));
            Node restriction = isJoined ? null : Restrictions.of(table.source());
            if (restriction != null && table.source() instanceof TableSource source && met.add(source.table())) {
                joins.forEach(join -> Restrictions.requireKept(table, join.kind()));
                all.add(restriction);
            }
        }
        for (JoinedTable join : joins) {
            Node restriction = join.kind() == JoinTree.Kind.CROSS
                    ? Restrictions.of(join.table().source())
                    : null;
            if (restriction != null) {
                all.add(restriction);
            }
        }
        return Conditions.join(true, all);
    }

    /** What stands in FROM before the joins. */
    private List<TableExpression> roots() {
        if (!explicit.isEmpty()) {
            return explicit;
        }
        if (joins.isEmpty() && implied.size() <= 1) {
            return implied;
        }
        Map<Source, TableExpression> roots = new LinkedHashMap<>();
        implied.forEach(table -> roots.putIfAbsent(table.source(), table));
        joins.forEach(join -> roots.remove(join.table().source()));
        return List.copyOf(roots.values());
    }

    /** Whether an outer join may leave the columns of this source NULL. */
    boolean mayMiss(Source source) {
        boolean missed = false;
        for (JoinedTable join : joins) {
            boolean joined = join.table().source().equals(source);
            missed |= join.kind() == JoinTree.Kind.FULL
                    || (joined ? join.kind() == JoinTree.Kind.LEFT : join.kind() == JoinTree.Kind.RIGHT);
        }
        return missed;
    }

    private FromTables checked() {
        List<TableExpression> tables = tables();
        for (int i = 1; i < tables.size(); i++) {
            String name = tables.get(i).qualifier();
            for (int before = 0; before < i; before++) {
                if (name.equals(tables.get(before).qualifier())) {
                    throw new StatementException("FROM has two tables called " + name
                            + ": give one of them another name with as(\"…\") and use its columns");
                }
            }
        }
        return this;
    }

    private static <T> List<T> concat(List<T> first, List<T> second) {
        if (first.isEmpty()) {
            return second;
        }
        List<T> all = new ArrayList<>(first.size() + second.size());
        all.addAll(first);
        all.addAll(second);
        return Collections.unmodifiableList(all);
    }
}
