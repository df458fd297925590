package io.fluxalchemy.compiler;

import io.fluxalchemy.dialect.Spelling;
import io.fluxalchemy.dialect.TruthSyntax;
import io.fluxalchemy.sql.tree.BetweenNode;
import io.fluxalchemy.sql.tree.BinaryNode;
import io.fluxalchemy.sql.tree.CustomNode;
import io.fluxalchemy.sql.tree.ExistsNode;
import io.fluxalchemy.sql.tree.InNode;
import io.fluxalchemy.sql.tree.LogicNode;
import io.fluxalchemy.sql.tree.NeutralNode;
import io.fluxalchemy.sql.tree.Node;
import io.fluxalchemy.sql.tree.TemplateNode;
import io.fluxalchemy.sql.tree.UnaryNode;
import io.fluxalchemy.sql.tree.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Tells which expressions must change to stand where a value or a condition is wanted. Text of the user's stays as it is. */
final class Truths {

    private final @Nullable TruthSyntax syntax;

    Truths(@Nullable TruthSyntax syntax) {
        this.syntax = syntax;
    }

    /** How the expression becomes a value; null where it is one. */
    @Nullable
    Spelling asValue(Node node) {
        return syntax != null && isCondition(node) ? syntax.asValue() : null;
    }

    /** How the expression becomes a condition; null where it is one. */
    @Nullable
    Spelling asCondition(Node node) {
        return syntax == null || isCondition(node) || node instanceof TemplateNode || node instanceof CustomNode
                ? null
                : syntax.asCondition();
    }

    private static boolean isCondition(Node node) {
        if (node instanceof BinaryNode binary) {
            return switch (binary.operator()) {
                case EQ,
                        NE,
                        LT,
                        LE,
                        GT,
                        GE,
                        IS_DISTINCT_FROM,
                        IS_NOT_DISTINCT_FROM,
                        LIKE,
                        ILIKE,
                        REGEXP,
                        REGEXP_IGNORE_CASE,
                        ARRAY_CONTAINS,
                        ARRAY_OVERLAPS,
                        JSON_HAS_KEY -> true;
                default -> false;
            };
        }
        return node instanceof LogicNode
                || node instanceof NeutralNode
                || node instanceof BetweenNode
                || node instanceof InNode
                || node instanceof ExistsNode
                || node instanceof UnaryNode unary && unary.operator() != UnaryOperator.NEGATE;
    }
}
