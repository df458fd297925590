package io.fluxalchemy.dialects.mysqlfamily;

import io.fluxalchemy.dialect.ExpressionSyntax;
import io.fluxalchemy.dialect.Precedence;
import io.fluxalchemy.dialect.Spelling;
import io.fluxalchemy.dialect.StandardExpressions;
import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.sql.tree.AggregateNode;
import io.fluxalchemy.sql.tree.BinaryOperator;
import io.fluxalchemy.sql.tree.CaseBranch;
import io.fluxalchemy.sql.tree.CaseNode;
import io.fluxalchemy.sql.tree.LiteralNode;
import io.fluxalchemy.sql.tree.NeutralNode;
import io.fluxalchemy.sql.tree.Node;
import io.fluxalchemy.sql.tree.PortableFunction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Operators and functions that MySQL and MariaDB spell alike; steps into JSON give what {@code json_extract} does. */
public final class FamilyExpressions implements ExpressionSyntax {

    private static final Set<String> MISSING = Set.of("array_agg", "bool_and", "bool_or", "every");

    private static final Map<String, Spelling> FUNCTIONS = Map.ofEntries(
            Map.entry(PortableFunction.RANDOM, Spelling.call("rand")),
            Map.entry(PortableFunction.WEEK, Spelling.of("week({0}, 3)")),
            Map.entry(PortableFunction.DAY_OF_WEEK, Spelling.of("(weekday({0}) + 1)")),
            Map.entry(PortableFunction.DAY_OF_YEAR, Spelling.call("dayofyear")),
            Map.entry(PortableFunction.HAS_WORDS, Spelling.of("match ({0}) against ({1})")),
            Map.entry(PortableFunction.NOW, Spelling.of("utc_timestamp(6)")),
            Map.entry("json_agg", Spelling.call("json_arrayagg")),
            Map.entry(PortableFunction.JSON_ROW, Spelling.call("json_array")),
            Map.entry(PortableFunction.JSON_ROWS, Spelling.call("json_arrayagg")),
            Map.entry(PortableFunction.ADD_MONTHS, Spelling.of("timestampadd(month, {1}, {0})")),
            Map.entry(PortableFunction.ADD_DAYS, Spelling.of("timestampadd(day, {1}, {0})")),
            Map.entry(PortableFunction.ADD_MICROSECONDS, Spelling.of("timestampadd(microsecond, {1}, {0})")),
            Map.entry(PortableFunction.UTC_LOCAL, Spelling.of("({0})")),
            Map.entry(PortableFunction.UTC_INSTANT, Spelling.of("({0})")),
            Map.entry(PortableFunction.TRUNCATE_YEAR, truncate("%Y-01-01")),
            Map.entry(PortableFunction.TRUNCATE_MONTH, truncate("%Y-%m-01")),
            Map.entry(
                    PortableFunction.TRUNCATE_WEEK,
                    Spelling.of("cast(date(timestampadd(day, -weekday({0}), {0})) as datetime(6))")),
            Map.entry(PortableFunction.TRUNCATE_DAY, truncate("%Y-%m-%d")),
            Map.entry(PortableFunction.TRUNCATE_HOUR, truncate("%Y-%m-%d %H:00:00")),
            Map.entry(PortableFunction.TRUNCATE_MINUTE, truncate("%Y-%m-%d %H:%i:00")),
            Map.entry(PortableFunction.TRUNCATE_SECOND, truncate("%Y-%m-%d %H:%i:%s")));

    private static final Pattern COLLATION = Pattern.compile("[A-Za-z0-9_]+");

    private final StandardExpressions standard;
    private final String dialect;

    /** @param dialect the name that messages say */
    public FamilyExpressions(String dialect) {
        this.standard = new StandardExpressions(dialect);
        this.dialect = dialect;
    }

    private static Spelling bits(String operation) {
        return Spelling.of("cast(" + operation + " as signed)", Precedence.PRIMARY, Precedence.SIGN);
    }

    private static Spelling truncate(String format) {
        return Spelling.of("cast(date_format({0}, '" + format + "') as datetime(6))");
    }

    @Override
    public Spelling operator(BinaryOperator operator) {
        return switch (operator) {
            case LIKE -> Spelling.of("{0} like {1} escape '\\\\'", Precedence.LIKE, Precedence.OTHER_OPERATOR);
            case ILIKE -> Spelling.of("lower({0}) like lower({1}) escape '\\\\'", Precedence.LIKE, Precedence.UNKNOWN);
            case IS_NOT_DISTINCT_FROM -> Spelling.infix("<=>", Precedence.COMPARISON);
            case IS_DISTINCT_FROM -> Spelling.of("not ({0} <=> {1})", Precedence.NOT, Precedence.LIKE);
            // the operators make unsigned numbers of 64 bits
            case BIT_AND -> bits("{0} & {1}");
            case BIT_OR -> bits("{0} | {1}");
            case BIT_XOR -> bits("{0} ^ {1}");
            case SHIFT_LEFT -> bits("{0} << {1}");
            case SHIFT_RIGHT -> bits("case when {0} < 0 then ~(~{0} >> {1}) else {0} >> {1} end");
            case DIVIDE_WHOLE -> Spelling.infix("div", Precedence.PRODUCT);
            case CONCAT -> Spelling.call("concat");
            case JSON_HAS_KEY -> Spelling.of("json_contains_path({0}, 'one', concat('$.', json_quote({1})))");
            default -> standard.operator(operator);
        };
    }

    @Override
    public Spelling function(String name, int arguments) {
        if (MISSING.contains(name)) {
            throw StandardExpressions.missing("the aggregate " + name, dialect);
        }
        Spelling own = FUNCTIONS.get(name);
        return own != null ? own : standard.function(name, arguments);
    }

    @Override
    public Spelling jsonPath(List<String> steps, boolean asText) {
        return Spelling.around("json_extract(", ", " + path(steps) + ")", Precedence.PRIMARY, Precedence.UNKNOWN);
    }

    /** Steps into JSON as a literal. */
    public String path(List<String> steps) {
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
        return literal(path.toString());
    }

    /** A backslash escapes in a literal unless the session's SQL mode says otherwise. */
    @Override
    public String literal(String text) {
        return standard.literal(text.replace("\\", "\\\\"));
    }

    @Override
    public Spelling collate(String collation) {
        if (!COLLATION.matcher(collation).matches()) {
            throw new StatementException("'" + collation + "' is no name of a collation of " + dialect);
        }
        return Spelling.around("", " collate " + collation, Precedence.SIGN, Precedence.SIGN);
    }

    /** GROUP_CONCAT takes its separator behind the order, and only as a literal. */
    @Override
    public Spelling aggregate(AggregateNode aggregate) {
        if (aggregate.name().equals(PortableFunction.STRING_AGG)
                && aggregate.arguments().get(1) instanceof LiteralNode separator) {
            return Spelling.around(
                    "group_concat(", " separator " + literal(separator.text()) + ")", Precedence.PRIMARY, -1);
        }
        return function(aggregate.name(), aggregate.arguments().size());
    }

    /** There is no FILTER: rows that do not count become NULL, which no aggregate counts. */
    @Override
    public AggregateNode lower(AggregateNode aggregate) {
        Node filter = aggregate.filter();
        boolean joined = aggregate.name().equals(PortableFunction.STRING_AGG);
        if (filter == null && !joined) {
            return aggregate;
        }
        List<Node> counted = joined ? aggregate.arguments().subList(0, 1) : aggregate.arguments();
        if (filter == null) {
            return new AggregateNode(aggregate.name(), aggregate.distinct(), counted, aggregate.orderBy(), null);
        }
        List<Node> arguments = new ArrayList<>();
        for (Node argument : counted.isEmpty() ? List.of(new NeutralNode()) : counted) {
            arguments.add(new CaseNode(List.of(new CaseBranch(filter, argument)), null));
        }
        return new AggregateNode(aggregate.name(), aggregate.distinct(), arguments, aggregate.orderBy(), null);
    }
}
