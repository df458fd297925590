package io.fluxalchemy.compiler;

import io.fluxalchemy.compiler.CompiledSql.Slot;
import io.fluxalchemy.dialect.ArrayForm;
import io.fluxalchemy.dialect.Feature;
import io.fluxalchemy.dialect.HarmlessFunctions;
import io.fluxalchemy.dialect.Precedence;
import io.fluxalchemy.dialect.Spelling;
import io.fluxalchemy.dialect.StandardExpressions;
import io.fluxalchemy.error.StatementException;
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
import io.fluxalchemy.sql.tree.FrameBound;
import io.fluxalchemy.sql.tree.FrameTree;
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
import io.fluxalchemy.sql.tree.TemplateNode;
import io.fluxalchemy.sql.tree.TupleNode;
import io.fluxalchemy.sql.tree.UnaryNode;
import io.fluxalchemy.sql.tree.ValueNode;
import io.fluxalchemy.sql.tree.ValuesNode;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Writes expressions. Parentheses follow from the precedence of an operand and the place it stands at, never from looking up. */
final class ExpressionRenderer implements NodeVisitor<ExpressionRenderer> {

    private static final Pattern FUNCTION_NAME =
            Pattern.compile("[A-Za-z_][A-Za-z0-9_$]*(\\.[A-Za-z_][A-Za-z0-9_$]*)*");

    private final StatementWriter out;
    private final Precedences precedences;

    ExpressionRenderer(StatementWriter out) {
        this.out = out;
        this.precedences = new Precedences(out.dialect().expressions());
    }

    int precedence(Node node) {
        return node.accept(precedences);
    }

    /** Writes a node where a bound value's type cannot be inferred. */
    void typed(Node node) {
        if (node instanceof ValueNode value) {
            out.sql(out.marker(value, Slot.WHOLE, value.type(), true));
        } else {
            node.accept(this);
        }
    }

    void list(List<? extends Node> nodes) {
        list(nodes, false);
    }

    private void list(List<? extends Node> nodes, boolean typed) {
        for (int i = 0; i < nodes.size(); i++) {
            out.sql(i == 0 ? "" : ", ");
            if (typed) {
                typed(nodes.get(i));
            } else {
                out.node(nodes.get(i));
            }
        }
    }

    private static boolean areValues(List<? extends Node> nodes) {
        for (Node node : nodes) {
            if (!(node instanceof ValueNode)) {
                return false;
            }
        }
        return true;
    }

    /** An operand before an operator whose other operands are values: one of them must tell the type. */
    private void before(Node operand) {
        if (operand instanceof ValueNode) {
            typed(operand);
        } else {
            out.operand(operand, Precedence.OTHER_OPERATOR);
        }
    }

    void orders(String before, List<OrderNode> orders) {
        for (int i = 0; i < orders.size(); i++) {
            out.sql(i == 0 ? before : ", ");
            order(orders.get(i));
        }
    }

    private void order(OrderNode order) {
        Boolean nullsFirst = order.nullsFirst();
        boolean spelled = out.dialect().supports(Feature.NULLS_ORDER);
        if (nullsFirst != null && !spelled) {
            out.sql("case when ").operand(order.expression(), Precedence.OTHER_OPERATOR);
            out.sql(nullsFirst ? " is null then 0 else 1 end, " : " is null then 1 else 0 end, ");
        }
        out.node(order.expression()).sql(order.ascending() ? "" : " desc");
        if (nullsFirst != null && spelled) {
            out.sql(nullsFirst ? " nulls first" : " nulls last");
        }
    }

    private void spell(Spelling spelling, List<? extends Node> operands) {
        spell(spelling, operands, false);
    }

    /** @param typed whether nothing but the operands tells what type the values among them have */
    private void spell(Spelling spelling, List<? extends Node> operands, boolean typed) {
        for (int i = 0; i < spelling.operands().size(); i++) {
            out.sql(spelling.texts().get(i));
            int place = spelling.operands().get(i);
            if (place == Spelling.ALL) {
                list(operands, typed);
            } else if (typed) {
                typed(operands.get(place));
            } else {
                int leftmost = place == 0 || spelling.inner() == Precedence.UNKNOWN ? 0 : 1;
                out.operand(operands.get(place), spelling.inner() + leftmost);
            }
        }
        out.sql(spelling.texts().get(spelling.texts().size() - 1));
    }

    private Spelling function(String name, int arguments) {
        harmless(name);
        return out.dialect().expressions().function(name, arguments);
    }

    private void harmless(String name) {
        if (!FUNCTION_NAME.matcher(name).matches()) {
            throw new StatementException("'" + name + "' is no name of a function: for other text use template(…)");
        }
        if (!HarmlessFunctions.contains(name)) {
            out.buffer().mayChangeAnything();
        }
    }

    @Override
    public ExpressionRenderer visit(AggregateNode original) {
        AggregateNode node = out.dialect().expressions().lower(original);
        harmless(node.name());
        Spelling spelling = out.dialect().expressions().aggregate(original);
        out.sql(spelling.texts().get(0)).sql(node.distinct() ? "distinct " : "");
        if (node.arguments().isEmpty() && node.withinGroup().isEmpty()) {
            out.sql("*");
        }
        list(node.arguments(), areValues(node.arguments()));
        orders(" order by ", node.orderBy());
        out.sql(spelling.texts().get(spelling.texts().size() - 1));
        if (!node.withinGroup().isEmpty()) {
            out.require(Feature.WITHIN_GROUP);
            out.sql(" within group (");
            orders("order by ", node.withinGroup());
            out.sql(")");
        }
        if (node.filter() != null) {
            out.sql(" filter (where ").node(node.filter()).sql(")");
        }
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
        spell(out.dialect().expressions().operator(node.operator()), operands, areValues(operands));
        return this;
    }

    @Override
    public ExpressionRenderer visit(CaseNode node) {
        out.sql("case");
        for (CaseBranch branch : node.branches()) {
            out.sql(" when ").node(branch.condition()).sql(" then ").typed(branch.result());
        }
        if (node.otherwise() != null) {
            out.sql(" else ").typed(node.otherwise());
        }
        out.sql(" end");
        return this;
    }

    @Override
    public ExpressionRenderer visit(CastNode node) {
        String type = out.dialect().types().cast(node.type().storage());
        out.sql("cast(").node(node.operand()).sql(" as " + type + ")");
        return this;
    }

    @Override
    public ExpressionRenderer visit(ColumnNode node) {
        out.scope().require(node);
        if (out.isQualified()) {
            out.name(node.source().qualifier()).sql(".");
        }
        out.name(node.name());
        return this;
    }

    @Override
    public ExpressionRenderer visit(CollateNode node) {
        spell(out.dialect().expressions().collate(node.collation()), List.of(node.operand()));
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
        template(template, node.operands());
        return this;
    }

    @Override
    public ExpressionRenderer visit(GroupingNode node) {
        if (node.kind() != GroupingNode.Kind.ROLLUP) {
            out.require(Feature.GROUPING_SETS);
        }
        out.require(Feature.ROLLUP);
        out.sql(node.kind().sql()).sql(node.kind() == GroupingNode.Kind.SETS ? " (" : "(");
        for (int i = 0; i < node.sets().size(); i++) {
            List<Node> set = node.sets().get(i);
            boolean bare = set.size() == 1 && node.kind() != GroupingNode.Kind.SETS;
            out.sql(i == 0 ? "" : ", ").sql(bare ? "" : "(");
            list(set);
            out.sql(bare ? "" : ")");
        }
        out.sql(")");
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
        spell(function(node.name(), node.arguments().size()), node.arguments(), areValues(node.arguments()));
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
        spell(out.dialect().expressions().jsonPath(node.steps(), node.asText()), List.of(node.document()));
        return this;
    }

    @Override
    public ExpressionRenderer visit(LogicNode node) {
        boolean first = true;
        for (Node operand : node.operands()) {
            if (!(operand instanceof NeutralNode)) {
                out.sql(first ? "" : node.conjunction() ? " and " : " or ");
                boolean same = operand instanceof LogicNode inner && inner.conjunction() == node.conjunction();
                out.operand(operand, same ? Precedence.OR : Precedence.NOT);
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
        out.node(node.function()).sql(" over (");
        boolean partitioned = !node.window().partitionBy().isEmpty();
        if (partitioned) {
            out.sql("partition by ");
            list(node.window().partitionBy());
        }
        boolean ordered = !node.window().orderBy().isEmpty();
        orders(partitioned ? " order by " : "order by ", node.window().orderBy());
        FrameTree frame = node.window().frame();
        if (frame != null) {
            out.sql(partitioned || ordered ? " " : "");
            frame(frame);
        }
        out.sql(")");
        return this;
    }

    private void frame(FrameTree frame) {
        if (frame.unit() == FrameTree.Unit.GROUPS) {
            out.require(Feature.FRAME_GROUPS);
        }
        out.sql(frame.unit().name().toLowerCase(Locale.ROOT)).sql(" between ");
        bound(frame.start());
        out.sql(" and ");
        bound(frame.end());
        if (frame.exclusion() != FrameTree.Exclusion.NO_OTHERS) {
            out.require(Feature.FRAME_EXCLUSION);
            String excluded = frame.exclusion().name().toLowerCase(Locale.ROOT).replace('_', ' ');
            out.sql(" exclude ").sql(excluded);
        }
    }

    private void bound(FrameBound bound) {
        if (bound.distance() != null) {
            out.node(bound.distance());
        }
        out.sql(bound.kind().sql());
    }

    @Override
    public ExpressionRenderer visit(QueryNode node) {
        out.sql("(");
        out.correlated(node.query());
        out.sql(")");
        return this;
    }

    @Override
    public ExpressionRenderer visit(TemplateNode node) {
        if (node.template().indexOf('(') >= 0) {
            // a call; operators alone change nothing
            out.buffer().mayChangeAnything();
        }
        template(node.template(), node.operands());
        return this;
    }

    private void template(String template, List<Node> operands) {
        Spelling spelling = Spelling.of(template, Precedence.UNKNOWN, Precedence.PRIMARY - 1);
        for (int place : spelling.operands()) {
            if (place >= operands.size()) {
                throw new StatementException("the template '" + template + "' asks for operand {" + place + "} and has "
                        + operands.size() + ": they are counted from 0");
            }
        }
        spell(spelling, operands);
    }

    @Override
    public ExpressionRenderer visit(TupleNode node) {
        out.require(Feature.ROW_VALUES);
        out.sql("(");
        list(node.elements());
        out.sql(")");
        return this;
    }

    @Override
    public ExpressionRenderer visit(UnaryNode node) {
        switch (node.operator()) {
            case NOT, NEGATE -> {
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
            out.sql(form.array(out.marker(node, Slot.WHOLE, form.type(), false)));
        } else if (node.values().isEmpty()) {
            out.sql("select null from (select 1 as one) as nothing where 1 = 0");
        } else {
            for (int i = 0; i < node.paddedSize(); i++) {
                out.sql(i == 0 ? "" : ", ").sql(out.marker(node, i, node.type(), false));
            }
        }
        return this;
    }
}
