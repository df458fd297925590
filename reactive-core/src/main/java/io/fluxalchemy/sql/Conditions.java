package io.fluxalchemy.sql;

import io.fluxalchemy.sql.tree.LogicNode;
import io.fluxalchemy.sql.tree.NeutralNode;
import io.fluxalchemy.sql.tree.Node;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts conditions together; what was dropped leaves no trace. */
final class Conditions {

    static final NeutralNode NOTHING = new NeutralNode();
    static final Condition NEUTRAL = of(NOTHING);

    private Conditions() {}

    static Condition of(Node node) {
        return new ComputedCondition(node, null);
    }

    static Node all(Node first, Condition... more) {
        if (more.length == 1 && first instanceof NeutralNode) {
            return more[0].node();
        }
        List<Node> all = nodes(more);
        all.add(0, first);
        return join(true, all);
    }

    static List<Node> nodes(Condition... conditions) {
        List<Node> nodes = new ArrayList<>(conditions.length + 1);
        for (Condition condition : conditions) {
            nodes.add(condition.node());
        }
        return nodes;
    }

    static Node join(boolean conjunction, List<Node> operands) {
        List<Node> kept = new ArrayList<>(operands.size());
        for (Node operand : operands) {
            if (operand instanceof LogicNode logic && logic.conjunction() == conjunction) {
                kept.addAll(logic.operands());
            } else if (!(operand instanceof NeutralNode)) {
                kept.add(operand);
            }
        }
        return switch (kept.size()) {
            case 0 -> NOTHING;
            case 1 -> kept.get(0);
            default -> new LogicNode(conjunction, kept);
        };
    }

    /** The tree's form of a clause: null where nothing is left of it. */
    static @Nullable Node clause(Node node) {
        return node instanceof NeutralNode ? null : node;
    }
}
