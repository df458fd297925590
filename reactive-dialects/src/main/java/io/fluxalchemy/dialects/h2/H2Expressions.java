package io.fluxalchemy.dialects.h2;

import io.fluxalchemy.dialect.ExpressionSyntax;
import io.fluxalchemy.dialect.Precedence;
import io.fluxalchemy.dialect.Spelling;
import io.fluxalchemy.dialect.StandardExpressions;
import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.sql.tree.BinaryOperator;
import io.fluxalchemy.sql.tree.PortableFunction;
import java.util.List;
import java.util.Map;

/** Operators and functions as H2 spells them. */
final class H2Expressions implements ExpressionSyntax {

    private static final Map<String, Spelling> FUNCTIONS = Map.ofEntries(
            Map.entry(PortableFunction.WEEK, Spelling.of("cast(extract(iso_week from {0}) as integer)")),
            Map.entry(PortableFunction.DAY_OF_WEEK, Spelling.of("cast(extract(iso_day_of_week from {0}) as integer)")),
            Map.entry(PortableFunction.SERIES, Spelling.call("system_range")),
            Map.entry(PortableFunction.LENGTH, Spelling.of("cast(char_length({0}) as integer)")),
            Map.entry(PortableFunction.ADD_MONTHS, Spelling.of("dateadd(month, {1}, {0})")),
            Map.entry(PortableFunction.ADD_DAYS, Spelling.of("dateadd(day, {1}, {0})")),
            Map.entry(PortableFunction.ADD_MICROSECONDS, Spelling.of("dateadd(microsecond, {1}, {0})")),
            Map.entry(PortableFunction.UTC_LOCAL, Spelling.of("cast(({0}) at time zone 'UTC' as timestamp(6))")),
            Map.entry(
                    PortableFunction.UTC_INSTANT,
                    Spelling.of("cast(cast({0} as varchar) || '+00:00' as timestamp(6) with time zone)")),
            Map.entry(PortableFunction.TRUNCATE_YEAR, Spelling.of("date_trunc(year, {0})")),
            Map.entry(PortableFunction.TRUNCATE_MONTH, Spelling.of("date_trunc(month, {0})")),
            Map.entry(PortableFunction.TRUNCATE_WEEK, Spelling.of("date_trunc(iso_week, {0})")),
            Map.entry(PortableFunction.TRUNCATE_DAY, Spelling.of("date_trunc(day, {0})")),
            Map.entry(PortableFunction.TRUNCATE_HOUR, Spelling.of("date_trunc(hour, {0})")),
            Map.entry(PortableFunction.TRUNCATE_MINUTE, Spelling.of("date_trunc(minute, {0})")),
            Map.entry(PortableFunction.TRUNCATE_SECOND, Spelling.of("date_trunc(second, {0})")));

    private final StandardExpressions standard = new StandardExpressions("h2");

    @Override
    public Spelling operator(BinaryOperator operator) {
        return switch (operator) {
            // a bound value that is an argument has no type of its own
            case BIT_AND -> Spelling.of("bitand({0}, cast({1} as bigint))");
            case BIT_OR -> Spelling.of("bitor({0}, cast({1} as bigint))");
            case BIT_XOR -> Spelling.of("bitxor({0}, cast({1} as bigint))");
            case SHIFT_LEFT -> Spelling.of("lshift({0}, cast({1} as integer))");
            case SHIFT_RIGHT -> Spelling.of("rshift({0}, cast({1} as integer))");
            case ILIKE -> Spelling.of("{0} ilike {1} escape '\\'", Precedence.LIKE, Precedence.OTHER_OPERATOR);
            case REGEXP -> Spelling.infix("regexp", Precedence.LIKE);
            default -> standard.operator(operator);
        };
    }

    @Override
    public Spelling function(String name, int arguments) {
        Spelling own = FUNCTIONS.get(name);
        return own != null ? own : standard.function(name, arguments);
    }

    @Override
    public Spelling jsonPath(List<String> steps, boolean asText) {
        StringBuilder path = new StringBuilder(")");
        for (String step : steps) {
            requireWhole(step);
            if (isPosition(step)) {
                path.append('[').append(Long.parseLong(step) + 1).append(']');
            } else {
                path.append(".\"").append(step.replace("\"", "\"\"")).append('"');
            }
        }
        return asText
                ? text(path.toString())
                : Spelling.around("(", path.toString(), Precedence.PRIMARY, Precedence.UNKNOWN);
    }

    /** A cast gives JSON's own text: a string keeps its quotes and escapes, which are the ones STRINGDECODE reads. */
    private static Spelling text(String path) {
        String before = "cast((";
        String after = path + " as varchar)";
        return new Spelling(
                List.of(
                        "case when " + before,
                        after + " like '\"%' then stringdecode(substring(" + before,
                        after + ", 2, char_length(" + before,
                        after + ") - 2)) else nullif(" + before,
                        after + ", 'null') end"),
                List.of(0, 0, 0, 0),
                Precedence.PRIMARY,
                Precedence.UNKNOWN);
    }

    @Override
    public Spelling collate(String collation) {
        throw StandardExpressions.missing("collations of expressions (it has one for the database)", "h2");
    }

    private static boolean isPosition(String step) {
        return step.length() > 0 && step.length() < 10 && step.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    @Override
    public String literal(String text) {
        return standard.literal(requireWhole(text));
    }

    /** r2dbc-h2 splits its text at every semicolon, also in quotes: what follows one would be run as a statement. */
    private static String requireWhole(String text) {
        if (text.indexOf(';') >= 0) {
            throw new StatementException(
                    "h2 cannot be sent the text '" + text
                            + "' inside a statement: its driver takes the semicolon for the end of the statement; bind it as a value");
        }
        return text;
    }
}
