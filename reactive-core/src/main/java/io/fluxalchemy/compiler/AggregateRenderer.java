package io.fluxalchemy.compiler;

import io.fluxalchemy.dialect.Feature;
import io.fluxalchemy.dialect.Precedence;
import io.fluxalchemy.dialect.Spelling;
import io.fluxalchemy.sql.tree.AggregateNode;
import io.fluxalchemy.sql.tree.FrameBound;
import io.fluxalchemy.sql.tree.FrameTree;
import io.fluxalchemy.sql.tree.GroupingNode;
import io.fluxalchemy.sql.tree.Node;
import io.fluxalchemy.sql.tree.OrderNode;
import io.fluxalchemy.sql.tree.OverNode;
import java.util.List;
import java.util.Locale;

/** Writes calls of aggregates, groupings, windows and their orders. */
final class AggregateRenderer {

    private final StatementWriter out;
    private final SpellingRenderer spellings;

    AggregateRenderer(StatementWriter out, SpellingRenderer spellings) {
        this.out = out;
        this.spellings = spellings;
    }

    void aggregate(AggregateNode original) {
        AggregateNode node = out.dialect().expressions().lower(original);
        spellings.harmless(node.name());
        Spelling spelling = out.dialect().expressions().aggregate(original);
        out.sql(spelling.texts().get(0)).sql(node.distinct() ? "distinct " : "");
        if (node.arguments().isEmpty() && node.withinGroup().isEmpty()) {
            out.sql("*");
        }
        spellings.list(node.arguments(), SpellingRenderer.areValues(node.arguments()));
        orders(" order by ", node.orderBy());
        out.sql(spelling.texts().get(spelling.texts().size() - 1));
        if (!original.withinGroup().isEmpty()) {
            out.require(Feature.WITHIN_GROUP);
        }
        if (!node.withinGroup().isEmpty()) {
            out.sql(" within group (");
            orders("order by ", node.withinGroup());
            out.sql(")");
        }
        if (node.filter() != null) {
            out.sql(" filter (where ").condition(node.filter()).sql(")");
        }
    }

    void grouping(GroupingNode node) {
        if (node.kind() != GroupingNode.Kind.ROLLUP) {
            out.require(Feature.GROUPING_SETS);
        }
        out.require(Feature.ROLLUP);
        if (out.dialect().rollsUpLast()) {
            spellings.list(node.sets().stream().map(set -> set.get(0)).toList());
            out.sql(" with rollup");
            return;
        }
        out.sql(node.kind().sql()).sql(node.kind() == GroupingNode.Kind.SETS ? " (" : "(");
        for (int i = 0; i < node.sets().size(); i++) {
            List<Node> set = node.sets().get(i);
            boolean bare = set.size() == 1 && node.kind() != GroupingNode.Kind.SETS;
            out.sql(i == 0 ? "" : ", ").sql(bare ? "" : "(");
            spellings.list(set);
            out.sql(bare ? "" : ")");
        }
        out.sql(")");
    }

    void over(OverNode node) {
        out.node(node.function()).sql(" over (");
        boolean partitioned = !node.window().partitionBy().isEmpty();
        if (partitioned) {
            out.sql("partition by ");
            spellings.list(node.window().partitionBy());
        }
        boolean ordered = !node.window().orderBy().isEmpty();
        orders(partitioned ? " order by " : "order by ", node.window().orderBy());
        FrameTree frame = node.window().frame();
        if (frame != null) {
            out.sql(partitioned || ordered ? " " : "");
            frame(frame);
        }
        out.sql(")");
    }

    private void frame(FrameTree frame) {
        if (frame.unit() == FrameTree.Unit.GROUPS) {
            out.require(Feature.FRAME_GROUPS);
        }
        out.sql(frame.unit().name().toLowerCase(Locale.ROOT)).sql(" between ");
        bound(frame.unit(), frame.start());
        out.sql(" and ");
        bound(frame.unit(), frame.end());
        if (frame.exclusion() != FrameTree.Exclusion.NO_OTHERS) {
            out.require(Feature.FRAME_EXCLUSION);
            String excluded = frame.exclusion().name().toLowerCase(Locale.ROOT).replace('_', ' ');
            out.sql(" exclude ").sql(excluded);
        }
    }

    private void bound(FrameTree.Unit unit, FrameBound bound) {
        if (bound.distance() != null) {
            if (unit == FrameTree.Unit.RANGE) {
                out.require(Feature.RANGE_DISTANCES);
            }
            out.node(bound.distance());
        } else if (bound.interval() != null) {
            out.require(Feature.RANGE_INTERVALS);
            out.sql(out.dialect().expressions().interval(bound.interval()));
        }
        out.sql(bound.kind().sql());
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
}
