package io.fluxalchemy.dialect;

import io.fluxalchemy.sql.tree.AggregateNode;
import io.fluxalchemy.sql.tree.BinaryOperator;
import io.fluxalchemy.sql.tree.IntervalTree;
import java.util.List;

/** How operators, functions and literals are spelled. */
public interface ExpressionSyntax {

    /** @throws io.fluxalchemy.error.StatementException if the database lacks the operator */
    Spelling operator(BinaryOperator operator);

    /**
     * A portable function by its lower-case name; any other name is written as it stands.
     *
     * @param arguments how many arguments it is called with
     * @throws io.fluxalchemy.error.StatementException if the database lacks a portable function
     */
    Spelling function(String name, int arguments);

    /** The next value of the sequence that is the only operand; where the text has an apostrophe before it, the name is part of a literal. */
    default Spelling nextValue() {
        return Spelling.of("next value for {0}");
    }

    /**
     * Steps into the JSON document that is the only operand.
     *
     * @throws io.fluxalchemy.error.StatementException if the database cannot
     */
    Spelling jsonPath(List<String> steps, boolean asText);

    /** Text as a literal; for names of things in code, such as JSON keys, never for values. */
    String literal(String text);

    /**
     * How a call of an aggregate begins and ends; what belongs to the call is written between.
     *
     * @param aggregate as the statement has it, before {@link #lower}
     * @throws io.fluxalchemy.error.StatementException if the database lacks it
     */
    default Spelling aggregate(AggregateNode aggregate) {
        return function(aggregate.name(), aggregate.arguments().size());
    }

    /**
     * Text compared by a collation.
     *
     * @throws io.fluxalchemy.error.StatementException if the database has no collations of expressions
     */
    default Spelling collate(String collation) {
        String quoted = '"' + collation.replace("\"", "\"\"") + '"';
        return Spelling.around("", " collate " + quoted, Precedence.SIGN, Precedence.SIGN);
    }

    /** A text converted to a type, NULL where it is none of its texts; only where the database has {@link Feature#TRY_CAST}. */
    default Spelling tryCast(String type) {
        return Spelling.around(
                "cast(", " as " + type + " default null on conversion error)", Precedence.PRIMARY, Precedence.UNKNOWN);
    }

    /**
     * A length of time as a literal, in the bounds of a frame.
     *
     * @throws io.fluxalchemy.error.StatementException if the database cannot say it in one literal
     */
    default String interval(IntervalTree interval) {
        return StandardIntervals.literal(interval);
    }

    /** Rewrites an aggregate into one the database has; itself by default. */
    default AggregateNode lower(AggregateNode aggregate) {
        return aggregate;
    }
}
