package io.fluxalchemy.dialect;

/**
 * How a database without values of truth turns conditions into values and back: {@code select a > b} is no query there and
 * {@code where active} no condition.
 */
public interface TruthSyntax {

    /** A condition, the only operand, where a value stands: NULL where the condition is unknown. */
    Spelling asValue();

    /** A value, the only operand, where a condition stands. */
    Spelling asCondition();
}
