package io.fluxalchemy.sql.tree;

/** One method per kind of expression and no defaults, so that a new kind shows where it is not handled yet. */
public interface NodeVisitor<R> {

    R visit(AggregateNode node);

    R visit(BetweenNode node);

    R visit(BinaryNode node);

    R visit(CaseNode node);

    R visit(CastNode node);

    R visit(ColumnNode node);

    R visit(ExcludedNode node);

    R visit(ExistsNode node);

    R visit(FunctionNode node);

    R visit(InNode node);

    R visit(JsonPathNode node);

    R visit(LogicNode node);

    R visit(NeutralNode node);

    R visit(CollateNode node);

    R visit(CustomNode node);

    R visit(GroupingNode node);

    R visit(LiteralNode node);

    R visit(QuantifiedNode node);

    R visit(OverNode node);

    R visit(QueryNode node);

    R visit(SequenceNode node);

    R visit(TemplateNode node);

    R visit(TupleNode node);

    R visit(UnaryNode node);

    R visit(ValueNode node);

    R visit(ValuesNode node);
}
