package io.fluxalchemy.dialect;

/** How tightly expressions bind; higher binds tighter. Operators of the tree carry numbers of the same scale. */
public final class Precedence {

    /** Text nobody knows the shape of; in parentheses wherever it is an operand. */
    public static final int UNKNOWN = -1;

    public static final int OR = 0;
    public static final int AND = 1;
    public static final int NOT = 2;
    public static final int COMPARISON = 3;
    public static final int LIKE = 4;
    public static final int OTHER_OPERATOR = 5;
    public static final int SUM = 6;
    public static final int PRODUCT = 7;
    public static final int SIGN = 8;

    /** A name, a marker, a call, anything in parentheses. */
    public static final int PRIMARY = 9;

    private Precedence() {}
}
