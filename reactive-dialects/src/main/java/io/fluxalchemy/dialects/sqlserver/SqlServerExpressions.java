package io.fluxalchemy.dialects.sqlserver;

import io.fluxalchemy.dialect.ExpressionSyntax;
import io.fluxalchemy.dialect.Precedence;
import io.fluxalchemy.dialect.Spelling;
import io.fluxalchemy.dialect.StandardExpressions;
import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.sql.tree.AggregateNode;
import io.fluxalchemy.sql.tree.BinaryOperator;
import io.fluxalchemy.sql.tree.LiteralNode;
import io.fluxalchemy.sql.tree.PortableFunction;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What Transact-SQL spells in its own way. What it lacks is refused, with its name. */
final class SqlServerExpressions implements ExpressionSyntax {

    private static final Set<String> MISSING = Set.of(
            "array_agg",
            "json_agg",
            "nth_value",
            PortableFunction.JSON_ROW,
            PortableFunction.JSON_ROWS,
            PortableFunction.REPLACE_PATTERN);

    private static final Map<String, Spelling> FUNCTIONS = Map.ofEntries(
            Map.entry("round", Spelling.of("round({0}, 0)")),
            // a count of more than an int holds is an error otherwise
            Map.entry("count", Spelling.call("count_big")),
            Map.entry("bool_and", Spelling.of("min(cast({*} as int))")),
            Map.entry("every", Spelling.of("min(cast({*} as int))")),
            Map.entry("bool_or", Spelling.of("max(cast({*} as int))")),
            Map.entry(PortableFunction.NOW, Spelling.of("cast(sysdatetimeoffset() as datetimeoffset(6))")),
            Map.entry(PortableFunction.TODAY, Spelling.of("cast(sysdatetime() as date)")),
            // LEN leaves out the spaces at the end
            Map.entry(PortableFunction.LENGTH, Spelling.of("cast(len(cast({0} as nvarchar(max)) + N'.') - 1 as int)")),
            Map.entry(PortableFunction.POSITION, Spelling.of("cast(charindex({1}, {0}) as int)")),
            // the same number in every row otherwise
            Map.entry(PortableFunction.RANDOM, Spelling.of("rand(checksum(newid()))")),
            Map.entry(PortableFunction.YEAR, part("year")),
            Map.entry(PortableFunction.QUARTER, part("quarter")),
            Map.entry(PortableFunction.MONTH, part("month")),
            Map.entry(PortableFunction.WEEK, part("iso_week")),
            Map.entry(PortableFunction.DAY, part("day")),
            // the first day of the year 1 was a Monday
            Map.entry(PortableFunction.DAY_OF_WEEK, Spelling.of("(datediff(day, '0001-01-01', {0}) % 7 + 1)")),
            Map.entry(PortableFunction.DAY_OF_YEAR, part("dayofyear")),
            Map.entry(PortableFunction.HOUR, part("hour")),
            Map.entry(PortableFunction.MINUTE, part("minute")),
            Map.entry(PortableFunction.SECOND, part("second")),
            Map.entry(PortableFunction.TRUNCATE_YEAR, Spelling.of("datetrunc(year, {0})")),
            Map.entry(PortableFunction.TRUNCATE_MONTH, Spelling.of("datetrunc(month, {0})")),
            Map.entry(PortableFunction.TRUNCATE_WEEK, Spelling.of("datetrunc(iso_week, {0})")),
            Map.entry(PortableFunction.TRUNCATE_DAY, Spelling.of("datetrunc(day, {0})")),
            Map.entry(PortableFunction.TRUNCATE_HOUR, Spelling.of("datetrunc(hour, {0})")),
            Map.entry(PortableFunction.TRUNCATE_MINUTE, Spelling.of("datetrunc(minute, {0})")),
            Map.entry(PortableFunction.TRUNCATE_SECOND, Spelling.of("datetrunc(second, {0})")),
            Map.entry(PortableFunction.ADD_MONTHS, Spelling.of("dateadd(month, {1}, {0})")),
            Map.entry(PortableFunction.ADD_DAYS, Spelling.of("dateadd(day, {1}, {0})")),
            // DATEADD counts by an int, which is half an hour of microseconds
            Map.entry(
                    PortableFunction.ADD_MICROSECONDS,
                    Spelling.of("dateadd(microsecond, ({1}) % 1000000, dateadd(second, ({1}) / 1000000, {0}))")),
            Map.entry(PortableFunction.UTC_LOCAL, Spelling.of("cast(switchoffset({0}, '+00:00') as datetime2(6))")),
            Map.entry(PortableFunction.UTC_INSTANT, Spelling.of("todatetimeoffset({0}, '+00:00')")));

    private static final Pattern COLLATION = Pattern.compile("[A-Za-z0-9_]+");

    private final StandardExpressions standard = new StandardExpressions(SqlServerDialect.NAME);

    private static Spelling part(String name) {
        return Spelling.of("datepart(" + name + ", {0})");
    }

    @Override
    public Spelling operator(BinaryOperator operator) {
        return switch (operator) {
            // a bracket opens a set of characters here, and stands for itself in patterns everywhere else
            case LIKE ->
                Spelling.of(
                        "{0} like replace({1}, N'[', N'[[]') escape N'\\'", Precedence.LIKE, Precedence.OTHER_OPERATOR);
            case ILIKE ->
                Spelling.of(
                        "lower({0}) like replace(lower({1}), N'[', N'[[]') escape N'\\'",
                        Precedence.LIKE, Precedence.UNKNOWN);
            // text that is not of any length would be cut at 4,000 characters in silence
            case CONCAT -> Spelling.of("cast({0} as nvarchar(max)) + {1}", Precedence.SUM, Precedence.SUM);
            case REGEXP, REGEXP_IGNORE_CASE -> throw missing("regular expressions");
            case BIT_AND, BIT_OR -> Spelling.infix(operator.sql(), Precedence.SUM);
            case BIT_XOR -> Spelling.infix("^", Precedence.SUM);
            case SHIFT_LEFT -> Spelling.call("left_shift");
            // RIGHT_SHIFT lets zeros in; a number below zero is shifted as its complement
            case SHIFT_RIGHT ->
                Spelling.of(
                        "case when {0} < 0 then ~right_shift(~({0}), {1}) else right_shift({0}, {1}) end",
                        Precedence.PRIMARY, Precedence.COMPARISON + 1);
            case JSON_HAS_KEY -> Spelling.of("exists (select 1 from openjson({0}) where [key] = {1})");
            default -> standard.operator(operator);
        };
    }

    @Override
    public Spelling function(String name, int arguments) {
        if (MISSING.contains(name)) {
            throw missing(
                    name.equals(PortableFunction.REPLACE_PATTERN)
                            ? "regular expressions"
                            : name.startsWith("json_")
                                    ? "lists of rows inside a row (before SQL Server 2025 nothing makes a JSON array of a group)"
                                    : "the function " + name);
        } else if (name.equals(PortableFunction.SUBSTRING) && arguments == 2) {
            return Spelling.of("substring({0}, {1}, 2147483647)");
        }
        Spelling own = FUNCTIONS.get(name);
        return own != null ? own : standard.function(name, arguments);
    }

    /** STRING_AGG ends with an error where its text is longer than its argument's type may be. */
    @Override
    public Spelling aggregate(AggregateNode aggregate) {
        if (aggregate.name().equals(PortableFunction.STRING_AGG)
                && aggregate.arguments().get(1) instanceof LiteralNode separator) {
            return Spelling.around(
                    "string_agg(cast(",
                    " as nvarchar(max)), " + literal(separator.text()) + ")",
                    Precedence.PRIMARY,
                    Precedence.UNKNOWN);
        }
        return function(aggregate.name(), aggregate.arguments().size());
    }

    /** There is no FILTER, and the order of texts is said as that of a group. */
    @Override
    public AggregateNode lower(AggregateNode aggregate) {
        return SqlServerAggregates.lower(aggregate);
    }

    /** OPENJSON gives values of any length; JSON_VALUE gives NULL for one above 4,000 characters. */
    @Override
    public Spelling jsonPath(List<String> steps, boolean asText) {
        StringBuilder parent = new StringBuilder("$");
        for (String step : steps.subList(0, steps.size() - 1)) {
            if (!step.isEmpty() && step.chars().allMatch(c -> c >= '0' && c <= '9')) {
                parent.append('[').append(step).append(']');
            } else {
                parent.append(".\"")
                        .append(step.replace("\\", "\\\\").replace("\"", "\\\""))
                        .append('"');
            }
        }
        String value = asText
                ? "value"
                : "case type when 0 then N'null' when 1 then N'\"' + string_escape(value, N'json') + N'\"' else value end";
        return Spelling.around(
                "(select " + value + " from openjson(",
                ", " + literal(parent.toString()) + ") where [key] = " + literal(steps.get(steps.size() - 1)) + ")",
                Precedence.PRIMARY,
                Precedence.UNKNOWN);
    }

    @Override
    public String literal(String text) {
        return SqlServerLiterals.text(text);
    }

    @Override
    public Spelling collate(String collation) {
        if (!COLLATION.matcher(collation).matches()) {
            throw new StatementException("'" + collation + "' is no name of a collation of SQL Server");
        }
        return Spelling.around("", " collate " + collation, Precedence.SIGN, Precedence.SIGN);
    }

    @Override
    public Spelling tryCast(String type) {
        return Spelling.around("try_cast(", " as " + type + ")", Precedence.PRIMARY, Precedence.UNKNOWN);
    }

    private static StatementException missing(String feature) {
        return StandardExpressions.missing(feature, SqlServerDialect.NAME);
    }
}
