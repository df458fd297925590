package io.fluxalchemy.dialects.mariadb;

import io.fluxalchemy.dialect.ExpressionSyntax;
import io.fluxalchemy.dialect.Precedence;
import io.fluxalchemy.dialect.Spelling;
import io.fluxalchemy.dialect.StandardExpressions;
import io.fluxalchemy.dialects.mysqlfamily.FamilyExpressions;
import io.fluxalchemy.sql.tree.AggregateNode;
import io.fluxalchemy.sql.tree.BinaryOperator;
import java.util.List;

/** What MariaDB spells in its own way: regular expressions and JSON. */
final class MariaDbExpressions implements ExpressionSyntax {

    private final FamilyExpressions family = new FamilyExpressions("mariadb");

    @Override
    public Spelling operator(BinaryOperator operator) {
        return switch (operator) {
            case REGEXP -> Spelling.infix("regexp", Precedence.COMPARISON);
            case REGEXP_IGNORE_CASE ->
                Spelling.of("{0} regexp concat('(?i)', {1})", Precedence.COMPARISON, Precedence.LIKE);
            default -> family.operator(operator);
        };
    }

    @Override
    public Spelling function(String name, int arguments) {
        if (name.equals("grouping")) {
            throw StandardExpressions.missing("the function grouping", "mariadb");
        }
        return family.function(name, arguments);
    }

    /** JSON_VALUE gives scalars and JSON_QUERY the rest; each is NULL for the other's, and both for JSON's null. */
    @Override
    public Spelling nextValue() {
        return Spelling.of("nextval({0})");
    }

    @Override
    public Spelling jsonPath(List<String> steps, boolean asText) {
        for (String step : steps) {
            if (step.startsWith("-")) {
                // seen on 11.4: NULL for {"-x": 1}, $."-x"
                throw StandardExpressions.missing(
                        "a path to a JSON key that begins with a minus sign ('" + step + "')", "mariadb");
            }
        }
        if (!asText) {
            return family.jsonPath(steps, false);
        }
        String path = family.path(steps);
        return new Spelling(
                List.of("coalesce(json_value(", ", " + path + "), json_query(", ", " + path + "))"),
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

    @Override
    public Spelling aggregate(AggregateNode aggregate) {
        return family.aggregate(aggregate);
    }

    @Override
    public AggregateNode lower(AggregateNode aggregate) {
        return family.lower(aggregate);
    }
}
