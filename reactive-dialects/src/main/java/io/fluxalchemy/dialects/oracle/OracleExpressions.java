package io.fluxalchemy.dialects.oracle;

import io.fluxalchemy.dialect.ExpressionSyntax;
import io.fluxalchemy.dialect.Precedence;
import io.fluxalchemy.dialect.Spelling;
import io.fluxalchemy.dialect.StandardExpressions;
import io.fluxalchemy.dialect.StandardIntervals;
import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.sql.tree.AggregateNode;
import io.fluxalchemy.sql.tree.BinaryOperator;
import io.fluxalchemy.sql.tree.IntervalTree;
import io.fluxalchemy.sql.tree.LiteralNode;
import io.fluxalchemy.sql.tree.PortableFunction;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What Oracle spells in its own way. What it lacks is refused, with its name. */
final class OracleExpressions implements ExpressionSyntax {

    private static final long MICROS_OF_A_DAY = 86_400_000_000L;

    private static final Set<String> MISSING = Set.of("array_agg", "mode");

    private static final Map<String, Spelling> FUNCTIONS = Map.ofEntries(
            Map.entry("ceiling", Spelling.call("ceil")),
            Map.entry("bool_and", Spelling.call("boolean_and_agg")),
            Map.entry("every", Spelling.call("boolean_and_agg")),
            Map.entry("bool_or", Spelling.call("boolean_or_agg")),
            Map.entry(PortableFunction.TODAY, Spelling.of("trunc(current_date)")),
            Map.entry(PortableFunction.LENGTH, Spelling.call("length")),
            Map.entry(PortableFunction.SUBSTRING, Spelling.call("substr")),
            Map.entry(PortableFunction.POSITION, Spelling.call("instr")),
            Map.entry(PortableFunction.REPLACE_PATTERN, Spelling.of("regexp_replace({0}, {1}, {2}, 1, 0, 'c')")),
            Map.entry(PortableFunction.RANDOM, Spelling.of("dbms_random.value")),
            Map.entry(PortableFunction.QUARTER, Spelling.of("to_number(to_char({0}, 'Q'))")),
            Map.entry(PortableFunction.WEEK, Spelling.of("to_number(to_char({0}, 'IW'))")),
            Map.entry(PortableFunction.DAY_OF_WEEK, Spelling.of("(trunc({0}) - trunc({0}, 'IW') + 1)")),
            Map.entry(PortableFunction.DAY_OF_YEAR, Spelling.of("to_number(to_char({0}, 'DDD'))")),
            Map.entry(PortableFunction.TRUNCATE_YEAR, truncate("YYYY")),
            Map.entry(PortableFunction.TRUNCATE_MONTH, truncate("MM")),
            Map.entry(PortableFunction.TRUNCATE_WEEK, truncate("IW")),
            Map.entry(PortableFunction.TRUNCATE_DAY, truncate("DD")),
            Map.entry(PortableFunction.TRUNCATE_HOUR, truncate("HH24")),
            Map.entry(PortableFunction.TRUNCATE_MINUTE, truncate("MI")),
            // TRUNC knows no seconds, and a cast would round them
            Map.entry(
                    PortableFunction.TRUNCATE_SECOND,
                    Spelling.of("({0} - numtodsinterval(mod(extract(second from {0}), 1), 'second'))")),
            // ADD_MONTHS makes the last day of a month the last of another, and loses fractions of seconds
            Map.entry(PortableFunction.ADD_MONTHS, Spelling.of("({0} + numtoyminterval({1}, 'month'))")),
            Map.entry(PortableFunction.ADD_DAYS, Spelling.of("({0} + numtodsinterval({1}, 'day'))")),
            Map.entry(
                    PortableFunction.ADD_MICROSECONDS,
                    Spelling.of("({0} + numtodsinterval(({1}) / 1000000, 'second'))")),
            Map.entry(PortableFunction.UTC_LOCAL, Spelling.of("sys_extract_utc({0})")),
            Map.entry(PortableFunction.UTC_INSTANT, Spelling.of("from_tz({0}, 'UTC')")),
            Map.entry(PortableFunction.JSON_ROW, Spelling.of("json_array({*} null on null returning json)")));

    private static final Pattern COLLATION = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");

    private final StandardExpressions standard = new StandardExpressions(OracleDialect.NAME);

    private static Spelling truncate(String unit) {
        return Spelling.of("cast(trunc({0}, '" + unit + "') as timestamp(6))");
    }

    @Override
    public Spelling operator(BinaryOperator operator) {
        return switch (operator) {
            // DECODE takes NULL for equal to NULL
            case IS_DISTINCT_FROM ->
                Spelling.of("decode({0}, {1}, 1, 0) = 0", Precedence.COMPARISON, Precedence.UNKNOWN);
            case IS_NOT_DISTINCT_FROM ->
                Spelling.of("decode({0}, {1}, 1, 0) = 1", Precedence.COMPARISON, Precedence.UNKNOWN);
            case REGEXP -> Spelling.of("regexp_like({0}, {1}, 'c')");
            case MODULO -> Spelling.call("mod");
            case DIVIDE_WHOLE -> Spelling.of("trunc(({0}) / ({1}))");
            case BIT_OR -> Spelling.of("(({0}) + ({1}) - bitand({0}, {1}))");
            case BIT_XOR -> Spelling.of("(({0}) + ({1}) - 2 * bitand({0}, {1}))");
            case SHIFT_LEFT -> Spelling.of("(({0}) * power(2, {1}))");
            case SHIFT_RIGHT -> Spelling.of("floor(({0}) / power(2, {1}))");
            default -> standard.operator(operator);
        };
    }

    @Override
    public Spelling function(String name, int arguments) {
        if (MISSING.contains(name)) {
            throw StandardExpressions.missing("the aggregate " + name, OracleDialect.NAME);
        }
        Spelling own = FUNCTIONS.get(name);
        return own != null ? own : standard.function(name, arguments);
    }

    @Override
    public Spelling aggregate(AggregateNode aggregate) {
        if (aggregate.name().equals(PortableFunction.STRING_AGG)
                && aggregate.arguments().get(1) instanceof LiteralNode separator) {
            return Spelling.around(
                    "listagg(", ", " + literal(separator.text()) + ")", Precedence.PRIMARY, Precedence.UNKNOWN);
        } else if (aggregate.name().equals(PortableFunction.JSON_ROWS)) {
            return Spelling.around(
                    "json_arrayagg(", " null on null returning json)", Precedence.PRIMARY, Precedence.UNKNOWN);
        }
        return function(aggregate.name(), aggregate.arguments().size());
    }

    /** There is no FILTER, and the order of texts is said as that of a group. */
    @Override
    public AggregateNode lower(AggregateNode aggregate) {
        return OracleAggregates.lower(aggregate);
    }

    /** What is there and does not fit is an error, never NULL. */
    @Override
    public Spelling nextValue() {
        return Spelling.of("{0}.nextval");
    }

    @Override
    public Spelling jsonPath(List<String> steps, boolean asText) {
        StringBuilder path = new StringBuilder("$");
        for (String step : steps) {
            if (!step.isEmpty() && step.chars().allMatch(c -> c >= '0' && c <= '9')) {
                path.append('[').append(step).append(']');
            } else {
                path.append(".\"")
                        .append(step.replace("\\", "\\\\").replace("\"", "\\\""))
                        .append('"');
            }
        }
        String rest =
                ", " + literal(path.toString()) + (asText ? "" : " returning json") + " error on error null on empty)";
        return Spelling.around(asText ? "json_value(" : "json_query(", rest, Precedence.PRIMARY, Precedence.UNKNOWN);
    }

    @Override
    public String literal(String text) {
        return standard.literal(text);
    }

    @Override
    public Spelling collate(String collation) {
        if (!COLLATION.matcher(collation).matches()) {
            throw new StatementException("'" + collation + "' is no name of a collation of Oracle");
        }
        return Spelling.around("", " collate " + collation, Precedence.SIGN, Precedence.SIGN);
    }

    /** A literal would have two digits for days and months unless it said more. */
    @Override
    public String interval(IntervalTree interval) {
        if (interval.months() != 0 && (interval.days() != 0 || interval.micros() != 0)) {
            throw StandardExpressions.missing("an interval of months and of days or seconds", OracleDialect.NAME);
        } else if (interval.months() != 0) {
            return "numtoyminterval(" + interval.months() + ", 'month')";
        }
        return interval.micros() == 0
                ? "numtodsinterval(" + interval.days() + ", 'day')"
                : "numtodsinterval("
                        + StandardIntervals.seconds(interval.days() * MICROS_OF_A_DAY + interval.micros())
                        + ", 'second')";
    }
}
