package io.fluxalchemy.dialects.postgresql;

import io.fluxalchemy.dialect.ExpressionSyntax;
import io.fluxalchemy.dialect.Precedence;
import io.fluxalchemy.dialect.Spelling;
import io.fluxalchemy.dialect.StandardExpressions;
import io.fluxalchemy.dialect.StandardIntervals;
import io.fluxalchemy.sql.tree.BinaryOperator;
import io.fluxalchemy.sql.tree.IntervalTree;
import io.fluxalchemy.sql.tree.PortableFunction;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Operators and functions as PostgreSQL spells them. */
final class PostgresExpressions implements ExpressionSyntax {

    static final PostgresExpressions INSTANCE = new PostgresExpressions();

    private static final Map<String, Spelling> FUNCTIONS = Map.ofEntries(
            Map.entry(PortableFunction.REPLACE_PATTERN, Spelling.of("regexp_replace({0}, {1}, {2}, 'g')")),
            Map.entry(
                    PortableFunction.HAS_WORDS,
                    Spelling.of(
                            "to_tsvector({0}) @@ plainto_tsquery({1})", Precedence.OTHER_OPERATOR, Precedence.UNKNOWN)),
            Map.entry(PortableFunction.NOW, Spelling.of("now()")),
            Map.entry(PortableFunction.LENGTH, Spelling.call("length")),
            Map.entry("json_agg", Spelling.call("jsonb_agg")),
            Map.entry(PortableFunction.JSON_ROW, Spelling.call("json_build_array")),
            Map.entry(PortableFunction.JSON_ROWS, Spelling.call("json_agg")),
            Map.entry(PortableFunction.ADD_MONTHS, plus("make_interval(months => cast({1} as integer))")),
            Map.entry(PortableFunction.ADD_DAYS, plus("make_interval(days => cast({1} as integer))")),
            Map.entry(
                    PortableFunction.ADD_MICROSECONDS,
                    plus("cast({1} as double precision) * interval '1 microsecond'")),
            Map.entry(PortableFunction.UTC_LOCAL, Spelling.of("timezone('UTC', {0})")),
            Map.entry(PortableFunction.UTC_INSTANT, Spelling.of("timezone('UTC', {0})")),
            Map.entry(PortableFunction.TRUNCATE_YEAR, Spelling.of("date_trunc('year', {0})")),
            Map.entry(PortableFunction.TRUNCATE_MONTH, Spelling.of("date_trunc('month', {0})")),
            Map.entry(PortableFunction.TRUNCATE_WEEK, Spelling.of("date_trunc('week', {0})")),
            Map.entry(PortableFunction.TRUNCATE_DAY, Spelling.of("date_trunc('day', {0})")),
            Map.entry(PortableFunction.TRUNCATE_HOUR, Spelling.of("date_trunc('hour', {0})")),
            Map.entry(PortableFunction.TRUNCATE_MINUTE, Spelling.of("date_trunc('minute', {0})")),
            Map.entry(PortableFunction.TRUNCATE_SECOND, Spelling.of("date_trunc('second', {0})")));

    private final StandardExpressions standard = new StandardExpressions("postgresql");

    private PostgresExpressions() {}

    private static Spelling plus(String interval) {
        return Spelling.of("{0} + " + interval, Precedence.SUM, Precedence.SUM);
    }

    @Override
    public Spelling operator(BinaryOperator operator) {
        return switch (operator) {
            case LIKE, ILIKE ->
                Spelling.of("{0} " + operator.sql() + " {1} escape '\\'", Precedence.LIKE, Precedence.OTHER_OPERATOR);
            case REGEXP, REGEXP_IGNORE_CASE -> Spelling.infix(operator.sql(), Precedence.OTHER_OPERATOR);
            case BIT_AND, BIT_OR, BIT_XOR, SHIFT_LEFT, SHIFT_RIGHT ->
                Spelling.infix(operator.sql(), Precedence.OTHER_OPERATOR);
            case ARRAY_CONTAINS,
                    ARRAY_OVERLAPS,
                    JSON_HAS_KEY,
                    RANGE_CONTAINS,
                    RANGE_OVERLAPS,
                    RANGE_BEFORE,
                    NETWORK_CONTAINS,
                    ENTRY_OF_KEY,
                    ENTRIES_CONTAIN,
                    ENTRIES_HAVE_KEY -> Spelling.infix(operator.sql(), Precedence.OTHER_OPERATOR);
            default -> standard.operator(operator);
        };
    }

    @Override
    public Spelling function(String name, int arguments) {
        Spelling own = FUNCTIONS.get(name);
        return own != null ? own : standard.function(name, arguments);
    }

    @Override
    public Spelling nextValue() {
        return Spelling.of("nextval('{0}')");
    }

    @Override
    public Spelling jsonPath(List<String> steps, boolean asText) {
        String operator;
        String path;
        if (steps.size() == 1 && !isPosition(steps.get(0))) {
            operator = asText ? " ->> " : " -> ";
            path = literal(steps.get(0));
        } else {
            operator = asText ? " #>> " : " #> ";
            path = steps.stream().map(this::literal).collect(Collectors.joining(", ", "array[", "]"));
        }
        return Spelling.around("", operator + path, Precedence.OTHER_OPERATOR, Precedence.OTHER_OPERATOR);
    }

    /** With one step, {@code ->} takes a number in quotes for a key; {@code #>} takes it for a position too. */
    private static boolean isPosition(String step) {
        return !step.isEmpty() && step.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** A CASE with a condition that is no constant evaluates the cast only where the condition holds. */
    @Override
    public Spelling tryCast(String type) {
        return new Spelling(
                List.of("case when pg_input_is_valid(", ", " + literal(type) + ") then cast(", " as " + type + ") end"),
                List.of(0, 0),
                Precedence.PRIMARY,
                Precedence.UNKNOWN);
    }

    @Override
    public String interval(IntervalTree interval) {
        return "interval '" + interval.months() + " months " + interval.days() + " days "
                + StandardIntervals.seconds(interval.micros()) + " seconds'";
    }

    /** A backslash is written in the E form, which means the same under every setting of standard_conforming_strings. */
    @Override
    public String literal(String text) {
        return text.indexOf('\\') < 0 ? standard.literal(text) : "E" + standard.literal(text.replace("\\", "\\\\"));
    }
}
