package io.fluxalchemy.sql.tree;

/** Operators between two operands, with their precedence (higher binds tighter); their spelling is the dialect's where it differs. */
public enum BinaryOperator {
    EQ("=", 3),
    NE("<>", 3),
    LT("<", 3),
    LE("<=", 3),
    GT(">", 3),
    GE(">=", 3),
    IS_DISTINCT_FROM("is distinct from", 3),
    IS_NOT_DISTINCT_FROM("is not distinct from", 3),
    /** The pattern's escape character is the backslash, said explicitly on every dialect. */
    LIKE("like", 4),
    ILIKE("ilike", 4),
    /** A regular expression, in the database's own syntax, found anywhere in the text. */
    REGEXP("~", 5),
    REGEXP_IGNORE_CASE("~*", 5),
    CONCAT("||", 5),
    PLUS("+", 6),
    MINUS("-", 6),
    TIMES("*", 7),
    DIVIDE("/", 7),
    /** Whole numbers, the quotient rounded towards zero. */
    DIVIDE_WHOLE("/", 7),
    MODULO("%", 7),
    BIT_AND("&", 5),
    BIT_OR("|", 5),
    BIT_XOR("#", 5),
    SHIFT_LEFT("<<", 5),
    /** Copies of the sign come in on the left. */
    SHIFT_RIGHT(">>", 5),
    ARRAY_CONTAINS("@>", 5),
    ARRAY_OVERLAPS("&&", 5),
    JSON_HAS_KEY("?", 5),
    /** A range on the left; a value or a range on the right. */
    RANGE_CONTAINS("@>", 5),
    RANGE_OVERLAPS("&&", 5),
    /** Everything on the left is below everything on the right. */
    RANGE_BEFORE("<<", 5),
    /** The network on the left has the address or network on the right in it, or is it. */
    NETWORK_CONTAINS(">>=", 5),
    ENTRY_OF_KEY("->", 5),
    ENTRIES_CONTAIN("@>", 5),
    ENTRIES_HAVE_KEY("?", 5);

    private final String sql;
    private final int precedence;

    BinaryOperator(String sql, int precedence) {
        this.sql = sql;
        this.precedence = precedence;
    }

    public String sql() {
        return sql;
    }

    public int precedence() {
        return precedence;
    }
}
