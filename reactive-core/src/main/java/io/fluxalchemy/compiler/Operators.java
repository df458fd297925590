package io.fluxalchemy.compiler;

import io.fluxalchemy.dialect.ExpressionSyntax;
import io.fluxalchemy.dialect.Spelling;
import io.fluxalchemy.sql.tree.BinaryOperator;
import org.jspecify.annotations.Nullable;

/** How a dialect spells operators, each asked for once. Thread-safe: threads that meet are given equal spellings. */
final class Operators {

    private final ExpressionSyntax syntax;
    private final @Nullable Spelling[] known = new Spelling[BinaryOperator.values().length];

    Operators(ExpressionSyntax syntax) {
        this.syntax = syntax;
    }

    /** @throws io.fluxalchemy.error.StatementException if the database lacks the operator */
    Spelling of(BinaryOperator operator) {
        Spelling spelling = known[operator.ordinal()];
        if (spelling == null) {
            spelling = syntax.operator(operator);
            known[operator.ordinal()] = spelling;
        }
        return spelling;
    }
}
