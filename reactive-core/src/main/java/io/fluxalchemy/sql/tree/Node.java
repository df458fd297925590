package io.fluxalchemy.sql.tree;

/**
 * An expression of the tree. Records without verbs; equality is structural and blind to bound values, so that equal trees
 * compile to the same text. A new kind fails to compile at the one {@code switch}-like visitor of the compiler.
 */
public sealed interface Node
        permits AggregateNode,
                BetweenNode,
                BinaryNode,
                CaseNode,
                CastNode,
                CollateNode,
                ColumnNode,
                CustomNode,
                ExcludedNode,
                ExistsNode,
                FunctionNode,
                GroupingNode,
                InNode,
                JsonPathNode,
                LiteralNode,
                LogicNode,
                NeutralNode,
                OverNode,
                QuantifiedNode,
                QueryNode,
                SequenceNode,
                TemplateNode,
                TupleNode,
                UnaryNode,
                ValueNode,
                ValuesNode {

    <R> R accept(NodeVisitor<R> visitor);
}
