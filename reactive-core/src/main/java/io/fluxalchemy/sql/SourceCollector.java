package io.fluxalchemy.sql;

import io.fluxalchemy.sql.tree.AggregateNode;
import io.fluxalchemy.sql.tree.BetweenNode;
import io.fluxalchemy.sql.tree.BinaryNode;
import io.fluxalchemy.sql.tree.CaseNode;
import io.fluxalchemy.sql.tree.CastNode;
import io.fluxalchemy.sql.tree.CollateNode;
import io.fluxalchemy.sql.tree.ColumnNode;
import io.fluxalchemy.sql.tree.CustomNode;
import io.fluxalchemy.sql.tree.ExcludedNode;
import io.fluxalchemy.sql.tree.ExistsNode;
import io.fluxalchemy.sql.tree.FunctionNode;
import io.fluxalchemy.sql.tree.GroupingNode;
import io.fluxalchemy.sql.tree.InNode;
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
import io.fluxalchemy.sql.tree.SequenceNode;
import io.fluxalchemy.sql.tree.Source;
import io.fluxalchemy.sql.tree.TemplateNode;
import io.fluxalchemy.sql.tree.TupleNode;
import io.fluxalchemy.sql.tree.UnaryNode;
import io.fluxalchemy.sql.tree.ValueNode;
import io.fluxalchemy.sql.tree.ValuesNode;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects the sources an expression reads from. Sub-queries have a FROM of their own and are not entered. */
record SourceCollector(Set<Source> sources) implements NodeVisitor<Set<Source>> {

    private Set<Source> each(List<Node> nodes) {
        nodes.forEach(this::one);
        return sources;
    }

    private Set<Source> one(@Nullable Node node) {
        return node == null ? sources : node.accept(this);
    }

    private Set<Source> orders(List<OrderNode> orders) {
        orders.forEach(order -> one(order.expression()));
        return sources;
    }

    @Override
    public Set<Source> visit(AggregateNode node) {
        each(node.arguments());
        orders(node.orderBy());
        orders(node.withinGroup());
        return one(node.filter());
    }

    @Override
    public Set<Source> visit(BetweenNode node) {
        return each(List.of(node.operand(), node.low(), node.high()));
    }

    @Override
    public Set<Source> visit(BinaryNode node) {
        return each(List.of(node.left(), node.right()));
    }

    @Override
    public Set<Source> visit(CaseNode node) {
        node.branches().forEach(branch -> each(List.of(branch.condition(), branch.result())));
        return one(node.otherwise());
    }

    @Override
    public Set<Source> visit(CastNode node) {
        return one(node.operand());
    }

    @Override
    public Set<Source> visit(ColumnNode node) {
        sources.add(node.source());
        return sources;
    }

    @Override
    public Set<Source> visit(CollateNode node) {
        return one(node.operand());
    }

    @Override
    public Set<Source> visit(CustomNode node) {
        return each(node.operands());
    }

    @Override
    public Set<Source> visit(GroupingNode node) {
        node.sets().forEach(this::each);
        return sources;
    }

    @Override
    public Set<Source> visit(LiteralNode node) {
        return sources;
    }

    @Override
    public Set<Source> visit(QuantifiedNode node) {
        return one(node.haystack());
    }

    @Override
    public Set<Source> visit(ExcludedNode node) {
        return sources;
    }

    @Override
    public Set<Source> visit(ExistsNode node) {
        return sources;
    }

    @Override
    public Set<Source> visit(FunctionNode node) {
        return each(node.arguments());
    }

    @Override
    public Set<Source> visit(InNode node) {
        return each(List.of(node.operand(), node.haystack()));
    }

    @Override
    public Set<Source> visit(JsonPathNode node) {
        return one(node.document());
    }

    @Override
    public Set<Source> visit(LogicNode node) {
        return each(node.operands());
    }

    @Override
    public Set<Source> visit(NeutralNode node) {
        return sources;
    }

    @Override
    public Set<Source> visit(OverNode node) {
        one(node.function());
        each(node.window().partitionBy());
        return orders(node.window().orderBy());
    }

    @Override
    public Set<Source> visit(QueryNode node) {
        return sources;
    }

    @Override
    public Set<Source> visit(SequenceNode node) {
        return sources;
    }

    @Override
    public Set<Source> visit(TemplateNode node) {
        return each(node.operands());
    }

    @Override
    public Set<Source> visit(TupleNode node) {
        return each(node.elements());
    }

    @Override
    public Set<Source> visit(UnaryNode node) {
        return one(node.operand());
    }

    @Override
    public Set<Source> visit(ValueNode node) {
        return sources;
    }

    @Override
    public Set<Source> visit(ValuesNode node) {
        return sources;
    }
}
