package io.fluxalchemy.compiler;

import io.fluxalchemy.compiler.CompiledSql.Slot;
import io.fluxalchemy.dialect.ArrayForm;
import io.fluxalchemy.dialect.Feature;
import io.fluxalchemy.dialect.Precedence;
import io.fluxalchemy.dialect.Spelling;
import io.fluxalchemy.dialect.StandardExpressions;
import io.fluxalchemy.sql.tree.AggregateNode;
import io.fluxalchemy.sql.tree.BetweenNode;
import io.fluxalchemy.sql.tree.BinaryNode;
import io.fluxalchemy.sql.tree.CaseBranch;
import io.fluxalchemy.sql.tree.CaseNode;
import io.fluxalchemy.sql.tree.CastNode;
import io.fluxalchemy.sql.tree.CollateNode;
import io.fluxalchemy.sql.tree.ColumnNode;
import io.fluxalchemy.sql.tree.Construct;
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
import io.fluxalchemy.sql.tree.TemplateNode;
import io.fluxalchemy.sql.tree.TupleNode;
import io.fluxalchemy.sql.tree.UnaryNode;
import io.fluxalchemy.sql.tree.ValueNode;
import io.fluxalchemy.sql.tree.ValuesNode;
import io.fluxalchemy.type.Wrapping;
import java.util.List;

/** Writes expressions. Parentheses follow from the precedence of an operand and the place it stands at, never from looking up. */
final class ExpressionRenderer implements NodeVisitor<ExpressionRenderer> {

    private final StatementWriter out;
    private final Precedences precedences;
    private final SpellingRenderer spellings;
    private final AggregateRenderer aggregates;
    private final Truths truths;

    ExpressionRenderer(StatementWriter out) {
        this.out = out;
        this.precedences = new Precedences(out.dialect().expressions(), out.operators());
        this.spellings = new SpellingRenderer(out);
        this.aggregates = new AggregateRenderer(out, spellings);
        this.truths = new Truths(out.dialect().truth());
    }

    int precedence(Node node) {
        return node.accept(precedences);
    }

    /** Writes a node where a bound value's type cannot be inferred. */
    void typed(Node node) {
        if (node instanceof ValueNode value) {
            out.sql(out.marker(value, Slot.WHOLE, value.type(), true));
        } else {
            value(node);
        }
    }

    /** Writes a node where a value stands. */
    void value(Node node) {
        Spelling changed = truths.asValue(node);
        if (changed == null) {
            node.accept(this);
        } else {
            changed(changed, node);
        }
    }

    /** Writes a node where a condition stands. */
    void condition(Node node) {
        Spelling changed = truths.asCondition(node);
        if (changed == null) {
            node.accept(this);
        } else {
            changed(changed, node);
        }
    }

    private void changed(Spelling spelling, Node node) {
        for (int i = 0; i < spelling.operands().size(); i++) {
            out.sql(spelling.texts().get(i));
            parenthesized(node, precedence(node) < spelling.inner());
        }
        out.sql(spelling.texts().get(spelling.texts().size() - 1));
    }

    private void parenthesized(Node node, boolean isNeeded) {
        out.sql(isNeeded ? "(" : "");
        node.accept(this);
        out.sql(isNeeded ? ")" : "");
    }

    /** Writes a value as an operand that must bind at least as tightly as this. */
    void operand(Node node, int precedence) {
        if (truths.asValue(node) != null) {
            value(node);
        } else {
            parenthesized(node, precedence(node) < precedence);
        }
    }

    /** As {@link #operand}, for a condition. */
    private void conditionOperand(Node node, int precedence) {
        Spelling changed = truths.asCondition(node);
        int own = changed == null ? precedence(node) : changed.precedence();
        out.sql(own < precedence ? "(" : "");
        condition(node);
        out.sql(own < precedence ? ")" : "");
    }

    void orders(String before, List<OrderNode> orders) {
        aggregates.orders(before, orders);
    }

    /** An operand before an operator whose other operands are values: one of them must tell the type. */
    private void before(Node operand) {
        if (operand instanceof ValueNode) {
            typed(operand);
        } else {
            out.operand(operand, Precedence.OTHER_OPERATOR);
        }
    }

    @Override
    public ExpressionRenderer visit(AggregateNode node) {
        aggregates.aggregate(node);
        return this;
    }

    @Override
    public ExpressionRenderer visit(BetweenNode node) {
        before(node.operand());
        out.sql(" between ").operand(node.low(), Precedence.OTHER_OPERATOR);
        out.sql(" and ").operand(node.high(), Precedence.OTHER_OPERATOR);
        return this;
    }

    @Override
    public ExpressionRenderer visit(BinaryNode node) {
        List<Node> operands = List.of(node.left(), node.right());
        spellings.spell(out.operators().of(node.operator()), operands, SpellingRenderer.areValues(operands));
        return this;
    }

    @Override
    public ExpressionRenderer visit(CaseNode node) {
        out.sql("case");
        for (CaseBranch branch : node.branches()) {
            out.sql(" when ").condition(branch.condition()).sql(" then ").typed(branch.result());
        }
        if (node.otherwise() != null) {
            out.sql(" else ").typed(node.otherwise());
        }
        out.sql(" end");
        return this;
    }

    @Override
    public ExpressionRenderer visit(CastNode node) {
        KnownTypes.require(out.dialect(), node.type().storage());
        String type = out.dialect().types().cast(node.type().storage());
        if (node.orNull()) {
            out.require(Feature.TRY_CAST);
            spellings.spell(out.dialect().expressions().tryCast(type), List.of(node.operand()));
            return this;
        }
        out.sql("cast(").node(node.operand());
        out.buffer().type(node.type().storage(), out.dialect());
        out.sql(" as " + type + ")");
        return this;
    }

    @Override
    public ExpressionRenderer visit(ColumnNode node) {
        out.scope().require(node);
        String row = out.nameOfReturned(node.source());
        if (row != null) {
            out.sql(row).sql(".");
        } else if (out.isQualified()) {
            out.name(node.source().qualifier()).sql(".");
        }
        out.name(node.name());
        return this;
    }

    @Override
    public ExpressionRenderer visit(CollateNode node) {
        spellings.spell(out.dialect().expressions().collate(node.collation()), List.of(node.operand()));
        return this;
    }

    @Override
    public ExpressionRenderer visit(CustomNode node) {
        Construct construct = node.construct();
        String template = construct.template(out.dialect().name());
        if (template == null) {
            throw StandardExpressions.missing(construct.name(), out.dialect().name());
        }
        if (!construct.readsOnly()) {
            out.buffer().mayChangeAnything();
        }
        spellings.template(template, node.operands());
        return this;
    }

    @Override
    public ExpressionRenderer visit(GroupingNode node) {
        aggregates.grouping(node);
        return this;
    }

    @Override
    public ExpressionRenderer visit(LiteralNode node) {
        out.sql(out.dialect().expressions().literal(node.text()));
        return this;
    }

    @Override
    public ExpressionRenderer visit(QuantifiedNode node) {
        out.sql(node.all() ? "all" : "any");
        if (node.haystack() instanceof QueryNode) {
            node.haystack().accept(this);
        } else {
            out.require(Feature.ARRAYS);
            out.sql("(").node(node.haystack()).sql(")");
        }
        return this;
    }

    @Override
    public ExpressionRenderer visit(ExcludedNode node) {
        String column = out.dialect().identifiers().quoted(node.column());
        out.sql(out.dialect().inserts().excluded(column));
        return this;
    }

    @Override
    public ExpressionRenderer visit(ExistsNode node) {
        out.sql("exists (");
        out.correlated(node.query());
        out.sql(")");
        return this;
    }

    @Override
    public ExpressionRenderer visit(FunctionNode node) {
        spellings.spell(
                spellings.function(node.name(), node.arguments().size()),
                node.arguments(),
                SpellingRenderer.areValues(node.arguments()));
        return this;
    }

    @Override
    public ExpressionRenderer visit(InNode node) {
        if (node.haystack() instanceof ValuesNode values) {
            inValues(node, values);
        } else if (node.haystack() instanceof TupleNode tuple
                && tuple.elements().isEmpty()) {
            out.sql(node.negated() ? "1 = 1" : "1 = 0");
        } else {
            before(node.operand());
            out.sql(node.negated() ? " not in " : " in ");
            node.haystack().accept(this);
        }
        return this;
    }

    private void inValues(InNode node, ValuesNode values) {
        ArrayForm form = out.dialect().types().arrayForm(values.type());
        if (form != null) {
            before(node.operand());
            out.sql(node.negated() ? " <> all(" : " = any(");
            values.accept(this);
            out.sql(")");
        } else if (values.values().isEmpty()) {
            out.sql(node.negated() ? "1 = 1" : "1 = 0");
        } else {
            before(node.operand());
            out.sql(node.negated() ? " not in (" : " in (");
            values.accept(this);
            out.sql(")");
        }
    }

    @Override
    public ExpressionRenderer visit(JsonPathNode node) {
        spellings.spell(out.dialect().expressions().jsonPath(node.steps(), node.asText()), List.of(node.document()));
        return this;
    }

    @Override
    public ExpressionRenderer visit(LogicNode node) {
        boolean first = true;
        for (Node operand : node.operands()) {
            if (!(operand instanceof NeutralNode)) {
                out.sql(first ? "" : node.conjunction() ? " and " : " or ");
                boolean same = operand instanceof LogicNode inner && inner.conjunction() == node.conjunction();
                conditionOperand(operand, same ? Precedence.OR : Precedence.NOT);
                first = false;
            }
        }
        if (first) {
            out.sql("1 = 1");
        }
        return this;
    }

    @Override
    public ExpressionRenderer visit(NeutralNode node) {
        out.sql("1 = 1");
        return this;
    }

    @Override
    public ExpressionRenderer visit(OverNode node) {
        aggregates.over(node);
        return this;
    }

    @Override
    public ExpressionRenderer visit(QueryNode node) {
        out.sql("(");
        out.correlated(node.query());
        out.sql(")");
        return this;
    }

    @Override
    public ExpressionRenderer visit(SequenceNode node) {
        out.require(Feature.SEQUENCES);
        out.buffer().writes();
        Spelling next = out.dialect().expressions().nextValue();
        out.sql(next.texts().get(0));
        out.buffer()
                .sequence(
                        node.sequence(),
                        out.dialect().identifiers(),
                        next.texts().get(0));
        out.sql(next.texts().get(1));
        return this;
    }

    @Override
    public ExpressionRenderer visit(TemplateNode node) {
        if (node.template().indexOf('(') >= 0) {
            // a call; operators alone change nothing
            out.buffer().mayChangeAnything();
        }
        spellings.template(node.template(), node.operands());
        return this;
    }

    @Override
    public ExpressionRenderer visit(TupleNode node) {
        out.require(Feature.ROW_VALUES);
        out.sql("(");
        spellings.list(node.elements());
        out.sql(")");
        return this;
    }

    @Override
    public ExpressionRenderer visit(UnaryNode node) {
        switch (node.operator()) {
            case NOT -> {
                out.sql(node.operator().sql());
                if (node.operand() instanceof ValueNode && out.dialect().truth() == null) {
                    typed(node.operand());
                } else {
                    conditionOperand(node.operand(), Precedence.PRIMARY);
                }
            }
            case NEGATE -> {
                out.sql(node.operator().sql());
                if (node.operand() instanceof ValueNode) {
                    typed(node.operand());
                } else {
                    out.operand(node.operand(), Precedence.PRIMARY);
                }
            }
            case IS_NULL, IS_NOT_NULL -> {
                before(node.operand());
                out.sql(node.operator().sql());
            }
        }
        return this;
    }

    @Override
    public ExpressionRenderer visit(ValueNode node) {
        out.sql(out.marker(node, Slot.WHOLE, node.type(), false));
        return this;
    }

    @Override
    public ExpressionRenderer visit(ValuesNode node) {
        ArrayForm form = out.dialect().types().arrayForm(node.type());
        if (form != null) {
            Wrapping wrapping = node.type().wrapping();
            String marker = out.marker(node, Slot.WHOLE, form.type(), false);
            out.buffer().type(node.type().storage(), out.dialect());
            out.sql(
                    wrapping == null
                            ? form.array(marker)
                            : form.array(
                                    marker,
                                    element -> Wrappings.written(
                                            wrapping, out.dialect().name(), () -> element)));
        } else if (node.values().isEmpty()) {
            String alias = out.dialect().queries().alias();
            out.sql("select null from (select 1 as one)" + alias + "nothing where 1 = 0");
        } else {
            for (int i = 0; i < node.paddedSize(); i++) {
                out.sql(i == 0 ? "" : ", ").sql(out.marker(node, i, node.type(), false));
            }
        }
        return this;
    }
}
