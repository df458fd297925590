package io.fluxalchemy.dialects.mysql;

import io.fluxalchemy.dialect.ExpressionSyntax;
import io.fluxalchemy.dialect.Precedence;
import io.fluxalchemy.dialect.Spelling;
import io.fluxalchemy.dialect.StandardExpressions;
import io.fluxalchemy.dialects.mysqlfamily.FamilyExpressions;
import io.fluxalchemy.sql.tree.AggregateNode;
import io.fluxalchemy.sql.tree.BinaryOperator;
import io.fluxalchemy.sql.tree.IntervalTree;
import io.fluxalchemy.sql.tree.PortableFunction;
import java.util.List;
import java.util.Map;

/** What MySQL spells in its own way: regular expressions, JSON, lists of a group, intervals. */
final class MySqlExpressions implements ExpressionSyntax {

    private static final long MICROS_OF_A_DAY = 86_400_000_000L;

    /** CAST takes no INTEGER, and the parts are integers as they are. */
    private static final Map<String, Spelling> FUNCTIONS = Map.of(
            PortableFunction.YEAR, Spelling.of("extract(year from {0})"),
            PortableFunction.QUARTER, Spelling.of("extract(quarter from {0})"),
            PortableFunction.MONTH, Spelling.of("extract(month from {0})"),
            PortableFunction.DAY, Spelling.of("extract(day from {0})"),
            PortableFunction.HOUR, Spelling.of("extract(hour from {0})"),
            PortableFunction.MINUTE, Spelling.of("extract(minute from {0})"),
            PortableFunction.SECOND, Spelling.of("extract(second from {0})"),
            PortableFunction.REPLACE_PATTERN, Spelling.of("regexp_replace({0}, {1}, {2}, 1, 0, 'c')"));

    private final FamilyExpressions family = new FamilyExpressions("mysql");

    /** Case counts only where it is said, whatever the collation: manual 14.8.2. */
    @Override
    public Spelling operator(BinaryOperator operator) {
        return switch (operator) {
            case REGEXP -> Spelling.of("regexp_like({0}, {1}, 'c')");
            case REGEXP_IGNORE_CASE -> Spelling.of("regexp_like({0}, {1}, 'i')");
            default -> family.operator(operator);
        };
    }

    @Override
    public Spelling function(String name, int arguments) {
        Spelling own = FUNCTIONS.get(name);
        return own != null ? own : family.function(name, arguments);
    }

    /** JSON's null is a value to JSON_UNQUOTE, which makes the text 'null' of it. */
    @Override
    public Spelling jsonPath(List<String> steps, boolean asText) {
        if (!asText) {
            return family.jsonPath(steps, false);
        }
        String path = family.path(steps);
        return new Spelling(
                List.of(
                        "case when json_type(json_extract(",
                        ", " + path + ")) <> 'NULL' then json_unquote(json_extract(",
                        ", " + path + ")) end"),
                List.of(0, 0),
                Precedence.PRIMARY,
                Precedence.UNKNOWN);
    }

    @Override
    public String literal(String text) {
        return family.literal(text);
    }

    @Override
    public Spelling collate(String collation) {
        return family.collate(collation);
    }

    /** JSON_ARRAYAGG takes no order: the texts are joined in order and read as JSON again, which a text cut short is not. */
    @Override
    public Spelling aggregate(AggregateNode aggregate) {
        return aggregate.name().equals(PortableFunction.JSON_ROWS)
                ? Spelling.around(
                        "json_extract(concat('[', group_concat(",
                        " separator ','), ']'), '$')",
                        Precedence.PRIMARY,
                        Precedence.UNKNOWN)
                : family.aggregate(aggregate);
    }

    @Override
    public AggregateNode lower(AggregateNode aggregate) {
        return family.lower(aggregate);
    }

    /** One unit each: months, days, or microseconds with days counted as 24 hours. */
    @Override
    public String interval(IntervalTree interval) {
        if (interval.months() != 0 && (interval.days() != 0 || interval.micros() != 0)) {
            throw StandardExpressions.missing("an interval of months and of days or seconds", "mysql");
        } else if (interval.months() != 0) {
            return "interval " + interval.months() + " month";
        }
        return interval.micros() == 0
                ? "interval " + interval.days() + " day"
                : "interval " + (interval.days() * MICROS_OF_A_DAY + interval.micros()) + " microsecond";
    }
}
