package io.fluxalchemy.mapping.model;

import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.sql.Condition;
import io.fluxalchemy.sql.tree.BinaryNode;
import io.fluxalchemy.sql.tree.BinaryOperator;
import io.fluxalchemy.sql.tree.ColumnNode;
import io.fluxalchemy.sql.tree.ExistsNode;
import io.fluxalchemy.sql.tree.ItemTree;
import io.fluxalchemy.sql.tree.JoinTree;
import io.fluxalchemy.sql.tree.LogicNode;
import io.fluxalchemy.sql.tree.NeutralNode;
import io.fluxalchemy.sql.tree.Node;
import io.fluxalchemy.sql.tree.SelectTree;
import io.fluxalchemy.sql.tree.Source;
import io.fluxalchemy.sql.tree.TableSource;
import io.fluxalchemy.sql.tree.UnaryNode;
import io.fluxalchemy.sql.tree.UnaryOperator;
import io.fluxalchemy.sql.tree.ValueNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The trees behind the conditions on entities and relations. */
final class EntityNodes {

    private EntityNodes() {}

    static Node and(List<? extends Node> nodes) {
        List<Node> kept = new ArrayList<>();
        for (Node node : nodes) {
            if (node instanceof LogicNode logic && logic.conjunction()) {
                kept.addAll(logic.operands());
            } else if (!(node instanceof NeutralNode)) {
                kept.add(node);
            }
        }
        return switch (kept.size()) {
            case 0 -> new NeutralNode();
            case 1 -> kept.get(0);
            default -> new LogicNode(true, kept);
        };
    }

    static Node not(Node node) {
        return new UnaryNode(UnaryOperator.NOT, node);
    }

    static Node isNull(Source source, List<String> columns) {
        return and(columns.stream()
                .map(column -> new UnaryNode(UnaryOperator.IS_NULL, new ColumnNode(source, column)))
                .toList());
    }

    /** Where the columns of a pair are equal: left ones in one source, right ones in the other. */
    static Node equal(Source left, Source right, List<ColumnPair> pairs) {
        return and(pairs.stream()
                .map(pair -> new BinaryNode(
                        BinaryOperator.EQ, new ColumnNode(left, pair.left()), new ColumnNode(right, pair.right())))
                .toList());
    }

    /** The row of an entity in its own table. */
    static <E> Node rowOf(EntityTable<E, ?> table, E entity, String place) {
        EntityColumns<E> columns = table.model().columns();
        @Nullable Object[] parts = columns.keyParts(key(table.model(), entity, place));
        List<Node> equal = new ArrayList<>();
        for (int i = 0; i < parts.length; i++) {
            EntityColumn<E> column = columns.id().get(i);
            equal.add(equal(table.source(), column.name(), new ValueNode(column.type(), parts[i])));
        }
        return and(equal);
    }

    /** Where the left columns of pairs hold the id that an entity has for their right ones. */
    static <T> Node refersTo(Source left, List<ColumnPair> pairs, EntityModel<T> target, T entity, String place) {
        Object key = key(target, entity, place);
        return and(pairs.stream()
                .map(pair -> equal(
                        left,
                        pair.left(),
                        new ValueNode(pair.type(), target.columns().keyPart(key, pair.right()))))
                .toList());
    }

    /** Whether a row exists; the sub-query selects one of its columns. */
    static Node exists(Source from, String column, @Nullable JoinTree join, Node condition) {
        List<JoinTree> joins = join == null ? List.of() : List.of(join);
        List<Node> all = new ArrayList<>(List.of(condition));
        restrict(from, all);
        joins.forEach(each -> restrict(each.source(), all));
        Node where = and(all);
        ItemTree item = new ItemTree(new ColumnNode(from, column), null);
        return new ExistsNode(new SelectTree(
                List.of(item), false, List.of(from), joins, where, List.of(), null, List.of(), null, null, null));
    }

    private static void restrict(Source source, List<Node> conditions) {
        Node restriction = source instanceof TableSource table ? table.table().restriction(table) : null;
        if (restriction != null) {
            conditions.add(restriction);
        }
    }

    static List<Node> with(Node first, Condition... more) {
        return Stream.concat(Stream.of(first), Arrays.stream(more).map(Condition::node))
                .toList();
    }

    private static Node equal(Source source, String column, Node value) {
        return new BinaryNode(BinaryOperator.EQ, new ColumnNode(source, column), value);
    }

    private static <E> Object key(EntityModel<E> model, E entity, String place) {
        Object key = model.columns().key(entity);
        if (key == null) {
            throw new StatementException(place + ": this " + model + " has no id yet; flush the session first");
        }
        return key;
    }
}
