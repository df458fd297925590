package io.fluxalchemy.dialect;

import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.sql.tree.BinaryOperator;
import io.fluxalchemy.sql.tree.PortableFunction;
import java.util.List;
import java.util.Map;

/** The standard's operators and functions; what a dialect spells differently it says in a map of its own. */
public final class StandardExpressions implements ExpressionSyntax {

    private static final Map<String, Spelling> FUNCTIONS = Map.ofEntries(
            Map.entry(PortableFunction.NOW, Spelling.of("current_timestamp")),
            Map.entry(PortableFunction.TODAY, Spelling.of("current_date")),
            Map.entry(PortableFunction.LENGTH, Spelling.call("char_length")),
            Map.entry(PortableFunction.JSON_ROW, Spelling.of("json_array({*} null on null)")),
            Map.entry(PortableFunction.JSON_ROWS, Spelling.call("json_arrayagg")),
            Map.entry(PortableFunction.YEAR, Spelling.of("cast(extract(year from {0}) as integer)")),
            Map.entry(PortableFunction.MONTH, Spelling.of("cast(extract(month from {0}) as integer)")),
            Map.entry(PortableFunction.DAY, Spelling.of("cast(extract(day from {0}) as integer)")),
            Map.entry(PortableFunction.HOUR, Spelling.of("cast(extract(hour from {0}) as integer)")),
            Map.entry(PortableFunction.MINUTE, Spelling.of("cast(extract(minute from {0}) as integer)")),
            Map.entry(PortableFunction.QUARTER, Spelling.of("cast(extract(quarter from {0}) as integer)")),
            Map.entry(PortableFunction.WEEK, Spelling.of("cast(extract(week from {0}) as integer)")),
            Map.entry(PortableFunction.DAY_OF_WEEK, Spelling.of("cast(extract(isodow from {0}) as integer)")),
            Map.entry(PortableFunction.DAY_OF_YEAR, Spelling.of("cast(extract(doy from {0}) as integer)")),
            Map.entry(PortableFunction.POSITION, Spelling.of("position({1} in {0})")),
            Map.entry(PortableFunction.SECOND, Spelling.of("cast(floor(extract(second from {0})) as integer)")));

    private final String dialect;

    /** @param dialect the name that messages say */
    public StandardExpressions(String dialect) {
        this.dialect = dialect;
    }

    @Override
    public Spelling operator(BinaryOperator operator) {
        return switch (operator) {
            case LIKE -> Spelling.of("{0} like {1} escape '\\'", Precedence.LIKE, Precedence.OTHER_OPERATOR);
            case ILIKE -> Spelling.of("lower({0}) like lower({1}) escape '\\'", Precedence.LIKE, Precedence.UNKNOWN);
            case REGEXP -> Spelling.call("regexp_like");
            case REGEXP_IGNORE_CASE -> Spelling.of("regexp_like({0}, {1}, 'i')");
            case BIT_AND -> Spelling.call("bitand");
            case BIT_OR -> Spelling.call("bitor");
            case BIT_XOR -> Spelling.call("bitxor");
            case SHIFT_LEFT -> Spelling.call("lshift");
            case SHIFT_RIGHT -> Spelling.call("rshift");
            case ARRAY_CONTAINS -> throw missing("a test for elements of an array");
            case ARRAY_OVERLAPS -> throw missing("a test for common elements of arrays");
            case JSON_HAS_KEY -> throw missing("a test for a key of a JSON object");
            case RANGE_CONTAINS, RANGE_OVERLAPS, RANGE_BEFORE -> throw missing("ranges");
            case NETWORK_CONTAINS -> throw missing("networks");
            case ENTRY_OF_KEY, ENTRIES_CONTAIN, ENTRIES_HAVE_KEY -> throw missing("hstore");
            default -> Spelling.infix(operator.sql(), operator.precedence());
        };
    }

    @Override
    public Spelling function(String name, int arguments) {
        if (name.equals(PortableFunction.HAS_WORDS)) {
            throw missing("a full-text search");
        }
        Spelling special = FUNCTIONS.get(name);
        return special != null ? special : Spelling.call(name);
    }

    @Override
    public Spelling jsonPath(List<String> steps, boolean asText) {
        throw missing("a path into JSON");
    }

    @Override
    public String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private StatementException missing(String feature) {
        return missing(feature, dialect);
    }

    /** The error of a statement that uses what a database lacks. */
    public static StatementException missing(String feature, String dialect) {
        return new StatementException(dialect + " does not have " + feature
                + ": write the statement another way, or use template(…) with text for that database");
    }
}
