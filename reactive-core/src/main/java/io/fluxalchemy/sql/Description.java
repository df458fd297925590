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
import io.fluxalchemy.sql.tree.OverNode;
import io.fluxalchemy.sql.tree.QuantifiedNode;
import io.fluxalchemy.sql.tree.QueryNode;
import io.fluxalchemy.sql.tree.SequenceNode;
import io.fluxalchemy.sql.tree.TemplateNode;
import io.fluxalchemy.sql.tree.TupleNode;
import io.fluxalchemy.sql.tree.UnaryNode;
import io.fluxalchemy.sql.tree.ValueNode;
import io.fluxalchemy.sql.tree.ValuesNode;
import java.util.List;
import java.util.stream.Collectors;

/** How messages show an expression: near to SQL, short, without a value. */
final class Description implements NodeVisitor<String> {

    private static final Description VISITOR = new Description();

    private Description() {}

    static String of(Node node) {
        return node.accept(VISITOR);
    }

    private static String call(String name, List<Node> arguments) {
        return name + "(" + join(arguments, ", ") + ")";
    }

    private static String join(List<Node> nodes, String separator) {
        return nodes.stream().map(Description::of).collect(Collectors.joining(separator));
    }

    @Override
    public String visit(AggregateNode node) {
        return call(node.name(), node.arguments());
    }

    @Override
    public String visit(BetweenNode node) {
        return of(node.operand()) + " between …";
    }

    @Override
    public String visit(BinaryNode node) {
        return of(node.left()) + " " + node.operator().sql() + " " + of(node.right());
    }

    @Override
    public String visit(CaseNode node) {
        return "case …";
    }

    @Override
    public String visit(CastNode node) {
        return "cast(" + of(node.operand()) + " as " + node.type().name() + ")";
    }

    @Override
    public String visit(ColumnNode node) {
        return node.source().qualifier() + "." + node.name();
    }

    @Override
    public String visit(CollateNode node) {
        return of(node.operand()) + " collate " + node.collation();
    }

    @Override
    public String visit(CustomNode node) {
        return call(node.construct().name(), node.operands());
    }

    @Override
    public String visit(GroupingNode node) {
        return node.kind().sql() + "(…)";
    }

    @Override
    public String visit(LiteralNode node) {
        return "'" + node.text() + "'";
    }

    @Override
    public String visit(QuantifiedNode node) {
        return (node.all() ? "all(" : "any(") + of(node.haystack()) + ")";
    }

    @Override
    public String visit(ExcludedNode node) {
        return "excluded(" + node.column() + ")";
    }

    @Override
    public String visit(ExistsNode node) {
        return "exists(…)";
    }

    @Override
    public String visit(FunctionNode node) {
        return call(node.name(), node.arguments());
    }

    @Override
    public String visit(InNode node) {
        return of(node.operand()) + (node.negated() ? " not in …" : " in …");
    }

    @Override
    public String visit(JsonPathNode node) {
        return of(node.document()) + "." + String.join(".", node.steps());
    }

    @Override
    public String visit(LogicNode node) {
        return join(node.operands(), node.conjunction() ? " and " : " or ");
    }

    @Override
    public String visit(NeutralNode node) {
        return "(dropped)";
    }

    @Override
    public String visit(OverNode node) {
        return of(node.function()) + " over (…)";
    }

    @Override
    public String visit(QueryNode node) {
        return "(select …)";
    }

    @Override
    public String visit(SequenceNode node) {
        return "the next value of " + node.sequence();
    }

    @Override
    public String visit(TemplateNode node) {
        return node.template();
    }

    @Override
    public String visit(TupleNode node) {
        return "(" + join(node.elements(), ", ") + ")";
    }

    @Override
    public String visit(UnaryNode node) {
        return node.operator().isPrefix()
                ? node.operator().sql() + of(node.operand())
                : of(node.operand()) + node.operator().sql();
    }

    @Override
    public String visit(ValueNode node) {
        return "?";
    }

    @Override
    public String visit(ValuesNode node) {
        return "(?, …)";
    }
}
