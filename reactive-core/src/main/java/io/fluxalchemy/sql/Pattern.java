package io.fluxalchemy.sql;

import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.sql.tree.BinaryNode;
import io.fluxalchemy.sql.tree.BinaryOperator;
import io.fluxalchemy.sql.tree.ValueNode;
import org.jspecify.annotations.Nullable;

/** LIKE patterns. */
final class Pattern {

    private Pattern() {}

    static Condition matches(BinaryOperator operator, TextExpression text, @Nullable String pattern, String verb) {
        return Conditions.of(new BinaryNode(
                operator, text.node(), new ValueNode(Widening.text(text.type()), require(text, pattern, verb))));
    }

    /** A pattern that matches exactly this text. */
    static String literal(TextExpression text, @Nullable String part, String verb) {
        return require(text, part, verb)
                .replace("\\", "\\\\")
                .replace("%", "\\%")
                .replace("_", "\\_");
    }

    private static String require(TextExpression text, @Nullable String value, String verb) {
        if (value == null) {
            throw new StatementException(
                    text.describe() + "." + verb + "(null): nothing is like NULL; use "
                            + (verb.equals("startsWith") || verb.equals("contains")
                                    ? verb
                                            + "If(value) to drop the condition when there is no value, or isNull() to ask for NULL"
                                    : "ifPresent(value, …) to drop the condition when there is no value, or isNull() to ask for NULL"));
        }
        return value;
    }
}
