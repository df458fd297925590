package io.fluxalchemy.compiler;

import io.fluxalchemy.sql.tree.AggregateNode;
import io.fluxalchemy.sql.tree.Assignment;
import io.fluxalchemy.sql.tree.BetweenNode;
import io.fluxalchemy.sql.tree.BinaryNode;
import io.fluxalchemy.sql.tree.CaseBranch;
import io.fluxalchemy.sql.tree.CaseNode;
import io.fluxalchemy.sql.tree.CastNode;
import io.fluxalchemy.sql.tree.CollateNode;
import io.fluxalchemy.sql.tree.ColumnNode;
import io.fluxalchemy.sql.tree.CommandTree;
import io.fluxalchemy.sql.tree.CteSource;
import io.fluxalchemy.sql.tree.CustomNode;
import io.fluxalchemy.sql.tree.DeleteTree;
import io.fluxalchemy.sql.tree.DerivedSource;
import io.fluxalchemy.sql.tree.ExcludedNode;
import io.fluxalchemy.sql.tree.ExistsNode;
import io.fluxalchemy.sql.tree.FrameTree;
import io.fluxalchemy.sql.tree.FunctionNode;
import io.fluxalchemy.sql.tree.FunctionSource;
import io.fluxalchemy.sql.tree.GroupingNode;
import io.fluxalchemy.sql.tree.InNode;
import io.fluxalchemy.sql.tree.InsertTree;
import io.fluxalchemy.sql.tree.ItemTree;
import io.fluxalchemy.sql.tree.JoinTree;
import io.fluxalchemy.sql.tree.JsonPathNode;
import io.fluxalchemy.sql.tree.LiteralNode;
import io.fluxalchemy.sql.tree.LogicNode;
import io.fluxalchemy.sql.tree.NeutralNode;
import io.fluxalchemy.sql.tree.Node;
import io.fluxalchemy.sql.tree.NodeVisitor;
import io.fluxalchemy.sql.tree.OrderNode;
import io.fluxalchemy.sql.tree.OverNode;
import io.fluxalchemy.sql.tree.QuantifiedNode;
import io.fluxalchemy.sql.tree.QueryNode;
import io.fluxalchemy.sql.tree.QueryTree;
import io.fluxalchemy.sql.tree.SelectTree;
import io.fluxalchemy.sql.tree.SequenceNode;
import io.fluxalchemy.sql.tree.SetTree;
import io.fluxalchemy.sql.tree.Source;
import io.fluxalchemy.sql.tree.TemplateNode;
import io.fluxalchemy.sql.tree.TextCommandTree;
import io.fluxalchemy.sql.tree.TextTree;
import io.fluxalchemy.sql.tree.TupleNode;
import io.fluxalchemy.sql.tree.UnaryNode;
import io.fluxalchemy.sql.tree.UpdateTree;
import io.fluxalchemy.sql.tree.ValueNode;
import io.fluxalchemy.sql.tree.ValuesNode;
import io.fluxalchemy.sql.tree.ValuesSource;
import io.fluxalchemy.sql.tree.WriteTree;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One pass over a statement, always in the same order: numbers its values, collects its common table expressions and counts what
 * decides if columns are written with their table. Run on each use of a statement; equal trees give equal results but for the
 * values themselves.
 */
final class TreeWalk implements NodeVisitor<TreeWalk> {

    private final ValueList values = new ValueList();
    private final CteList ctes = new CteList();
    private int sources;
    private boolean labelled;

    ValueList values() {
        return values;
    }

    CteList ctes() {
        return ctes;
    }

    /** Whether a column's bare name could mean something else than the column. */
    boolean qualifies() {
        return sources > 1 || labelled;
    }

    void walk(QueryTree query) {
        if (query instanceof SelectTree select) {
            nodes(select.distinctOn());
            items(select.items(), true);
            select.from().forEach(this::source);
            for (JoinTree join : select.joins()) {
                source(join.source());
                node(join.on());
            }
            node(select.where());
            nodes(select.groupBy());
            node(select.having());
            orders(select.orderBy());
            node(select.limit());
            node(select.offset());
            select.remarks().clauses().forEach(each -> node(each.node()));
        } else if (query instanceof SetTree set) {
            walk(set.left());
            walk(set.right());
            orders(set.orderBy());
            node(set.limit());
            node(set.offset());
        } else if (query instanceof TextTree text) {
            nodes(text.values());
        } else if (query instanceof WriteTree write) {
            walk(write.command());
        }
    }

    void walk(CommandTree command) {
        if (command instanceof InsertTree insert) {
            insert(insert);
        } else if (command instanceof UpdateTree update) {
            source(update.table());
            assignments(update.assignments());
            update.from().forEach(this::source);
            node(update.where());
            items(update.returning(), false);
        } else if (command instanceof DeleteTree delete) {
            source(delete.table());
            delete.using().forEach(this::source);
            node(delete.where());
            items(delete.returning(), false);
        } else if (command instanceof TextCommandTree text) {
            walk(text.text());
        }
    }

    private void insert(InsertTree insert) {
        source(insert.table());
        for (List<Node> row : insert.rows()) {
            nodes(row);
        }
        if (insert.query() != null) {
            walk(insert.query());
        }
        if (insert.conflict() != null) {
            assignments(insert.conflict().updates());
            node(insert.conflict().where());
        }
        items(insert.returning(), false);
    }

    private void source(Source source) {
        sources++;
        if (source instanceof DerivedSource derived) {
            walk(derived.query());
        } else if (source instanceof CteSource cte && cte.query() != null && ctes.isNew(cte)) {
            walk(cte.query());
            ctes.add(cte);
        } else if (source instanceof ValuesSource values) {
            values.rows().forEach(this::nodes);
        } else if (source instanceof FunctionSource function) {
            function.call().accept(this);
        }
    }

    private void items(List<ItemTree> items, boolean canShadow) {
        for (ItemTree item : items) {
            labelled |= canShadow && item.alias() != null;
            item.node().accept(this);
        }
    }

    private void assignments(List<Assignment> assignments) {
        for (Assignment assignment : assignments) {
            assignment.value().accept(this);
        }
    }

    private void orders(List<OrderNode> orders) {
        for (OrderNode order : orders) {
            order.expression().accept(this);
        }
    }

    private TreeWalk nodes(List<Node> nodes) {
        for (Node node : nodes) {
            node.accept(this);
        }
        return this;
    }

    private TreeWalk node(@Nullable Node node) {
        return node == null ? this : node.accept(this);
    }

    @Override
    public TreeWalk visit(AggregateNode node) {
        nodes(node.arguments());
        orders(node.orderBy());
        orders(node.withinGroup());
        return node(node.filter());
    }

    @Override
    public TreeWalk visit(BetweenNode node) {
        node.operand().accept(this);
        node.low().accept(this);
        return node.high().accept(this);
    }

    @Override
    public TreeWalk visit(BinaryNode node) {
        node.left().accept(this);
        return node.right().accept(this);
    }

    @Override
    public TreeWalk visit(CaseNode node) {
        for (CaseBranch branch : node.branches()) {
            branch.condition().accept(this);
            branch.result().accept(this);
        }
        return node(node.otherwise());
    }

    @Override
    public TreeWalk visit(CastNode node) {
        return node.operand().accept(this);
    }

    @Override
    public TreeWalk visit(ColumnNode node) {
        return this;
    }

    @Override
    public TreeWalk visit(CollateNode node) {
        return node.operand().accept(this);
    }

    @Override
    public TreeWalk visit(CustomNode node) {
        return nodes(node.operands());
    }

    @Override
    public TreeWalk visit(GroupingNode node) {
        node.sets().forEach(this::nodes);
        return this;
    }

    @Override
    public TreeWalk visit(LiteralNode node) {
        return this;
    }

    @Override
    public TreeWalk visit(QuantifiedNode node) {
        return node.haystack().accept(this);
    }

    @Override
    public TreeWalk visit(ExcludedNode node) {
        return this;
    }

    @Override
    public TreeWalk visit(ExistsNode node) {
        walk(node.query());
        return this;
    }

    @Override
    public TreeWalk visit(FunctionNode node) {
        return nodes(node.arguments());
    }

    @Override
    public TreeWalk visit(InNode node) {
        node.operand().accept(this);
        return node.haystack().accept(this);
    }

    @Override
    public TreeWalk visit(JsonPathNode node) {
        return node.document().accept(this);
    }

    @Override
    public TreeWalk visit(LogicNode node) {
        return nodes(node.operands());
    }

    @Override
    public TreeWalk visit(NeutralNode node) {
        return this;
    }

    @Override
    public TreeWalk visit(OverNode node) {
        node.function().accept(this);
        nodes(node.window().partitionBy());
        orders(node.window().orderBy());
        FrameTree frame = node.window().frame();
        return frame == null
                ? this
                : node(frame.start().distance()).node(frame.end().distance());
    }

    @Override
    public TreeWalk visit(QueryNode node) {
        walk(node.query());
        return this;
    }

    @Override
    public TreeWalk visit(SequenceNode node) {
        return this;
    }

    @Override
    public TreeWalk visit(TemplateNode node) {
        return nodes(node.operands());
    }

    @Override
    public TreeWalk visit(TupleNode node) {
        return nodes(node.elements());
    }

    @Override
    public TreeWalk visit(UnaryNode node) {
        return node.operand().accept(this);
    }

    @Override
    public TreeWalk visit(ValueNode node) {
        values.add(node);
        return this;
    }

    @Override
    public TreeWalk visit(ValuesNode node) {
        values.add(node);
        return this;
    }
}
