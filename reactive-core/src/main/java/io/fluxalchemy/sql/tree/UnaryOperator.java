package io.fluxalchemy.sql.tree;

/** Operators with one operand. */
public enum UnaryOperator {
    NOT("not ", true, 2),
    IS_NULL(" is null", false, 3),
    IS_NOT_NULL(" is not null", false, 3),
    NEGATE("-", true, 8);

    private final String sql;
    private final boolean prefix;
    private final int precedence;

    UnaryOperator(String sql, boolean prefix, int precedence) {
        this.sql = sql;
        this.prefix = prefix;
        this.precedence = precedence;
    }

    public String sql() {
        return sql;
    }

    public boolean isPrefix() {
        return prefix;
    }

    public int precedence() {
        return precedence;
    }
}
