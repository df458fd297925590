package io.fluxalchemy.compiler;

import io.fluxalchemy.dialect.ExpressionSyntax;
import io.fluxalchemy.dialect.Precedence;
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

/** How tightly each expression binds as this dialect spells it. */
final class Precedences implements NodeVisitor<Integer> {

    private final ExpressionSyntax syntax;
    private final Operators operators;

    Precedences(ExpressionSyntax syntax, Operators operators) {
        this.syntax = syntax;
        this.operators = operators;
    }

    @Override
    public Integer visit(AggregateNode node) {
        return Precedence.PRIMARY;
    }

    @Override
    public Integer visit(BetweenNode node) {
        return Precedence.LIKE;
    }

    @Override
    public Integer visit(BinaryNode node) {
        return operators.of(node.operator()).precedence();
    }

    @Override
    public Integer visit(CaseNode node) {
        return Precedence.PRIMARY;
    }

    @Override
    public Integer visit(CastNode node) {
        return Precedence.PRIMARY;
    }

    @Override
    public Integer visit(CollateNode node) {
        return syntax.collate(node.collation()).precedence();
    }

    @Override
    public Integer visit(CustomNode node) {
        return Precedence.UNKNOWN;
    }

    @Override
    public Integer visit(GroupingNode node) {
        return Precedence.PRIMARY;
    }

    @Override
    public Integer visit(LiteralNode node) {
        return Precedence.PRIMARY;
    }

    @Override
    public Integer visit(QuantifiedNode node) {
        return Precedence.PRIMARY;
    }

    @Override
    public Integer visit(ColumnNode node) {
        return Precedence.PRIMARY;
    }

    @Override
    public Integer visit(ExcludedNode node) {
        return Precedence.PRIMARY;
    }

    @Override
    public Integer visit(ExistsNode node) {
        return Precedence.PRIMARY;
    }

    @Override
    public Integer visit(FunctionNode node) {
        return syntax.function(node.name(), node.arguments().size()).precedence();
    }

    @Override
    public Integer visit(InNode node) {
        return Precedence.COMPARISON;
    }

    @Override
    public Integer visit(JsonPathNode node) {
        return syntax.jsonPath(node.steps(), node.asText()).precedence();
    }

    @Override
    public Integer visit(LogicNode node) {
        return node.conjunction() ? Precedence.AND : Precedence.OR;
    }

    @Override
    public Integer visit(NeutralNode node) {
        return Precedence.COMPARISON;
    }

    @Override
    public Integer visit(OverNode node) {
        return Precedence.PRIMARY;
    }

    @Override
    public Integer visit(QueryNode node) {
        return Precedence.PRIMARY;
    }

    @Override
    public Integer visit(SequenceNode node) {
        return Precedence.PRIMARY;
    }

    @Override
    public Integer visit(TemplateNode node) {
        return Precedence.UNKNOWN;
    }

    @Override
    public Integer visit(TupleNode node) {
        return Precedence.PRIMARY;
    }

    @Override
    public Integer visit(UnaryNode node) {
        return node.operator().precedence();
    }

    @Override
    public Integer visit(ValueNode node) {
        return Precedence.PRIMARY;
    }

    @Override
    public Integer visit(ValuesNode node) {
        return Precedence.PRIMARY;
    }
}
