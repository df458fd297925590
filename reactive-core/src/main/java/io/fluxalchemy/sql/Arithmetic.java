package io.fluxalchemy.sql;

import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.sql.tree.BinaryNode;
import io.fluxalchemy.sql.tree.BinaryOperator;
import io.fluxalchemy.sql.tree.Node;
import io.fluxalchemy.sql.tree.ValueNode;
import io.fluxalchemy.type.Storage;
import io.fluxalchemy.type.Types;
import java.math.BigDecimal;
import java.math.BigInteger;

/** Operators on numbers, and whole Java numbers as values of any numeric type that holds them exactly. */
final class Arithmetic {

    /** Whole numbers up to here are exact in a double. */
    private static final long EXACT_DOUBLE = 1L << 53;

    /** Whole numbers up to here are exact in a float. */
    private static final long EXACT_FLOAT = 1L << 24;

    private Arithmetic() {}

    static <N extends Number> NumericExpression<N> of(BinaryOperator operator, NumericExpression<N> left, Node right) {
        return left.with(new BinaryNode(operator, left.node(), right), null);
    }

    /** Whole numbers divide to whole numbers, also where the database's sign for division makes a fraction of them. */
    static <N extends Number> NumericExpression<N> divide(NumericExpression<N> left, Expression<?> right) {
        return of(
                isWhole(left) && isWhole(right) ? BinaryOperator.DIVIDE_WHOLE : BinaryOperator.DIVIDE,
                left,
                right.node());
    }

    static <N extends Number> NumericExpression<N> divide(NumericExpression<N> left, ValueNode right) {
        return of(isWhole(left) ? BinaryOperator.DIVIDE_WHOLE : BinaryOperator.DIVIDE, left, right);
    }

    private static boolean isWhole(Expression<?> number) {
        Storage storage = number.type().storage();
        return storage == Storage.Simple.SMALLINT
                || storage == Storage.Simple.INTEGER
                || storage == Storage.Simple.BIGINT;
    }

    static Condition compare(BinaryOperator operator, NumericExpression<?> left, long value) {
        return Conditions.of(new BinaryNode(operator, left.node(), whole(left, value)));
    }

    static ValueNode whole(NumericExpression<?> like, long value) {
        return new ValueNode(Widening.of(like.type()), exact(like, value));
    }

    private static Number exact(NumericExpression<?> like, long value) {
        Class<?> target = like.type().javaType();
        if (target == Long.class) {
            return value;
        } else if (target == Integer.class && value == (int) value) {
            return (int) value;
        } else if (target == BigDecimal.class) {
            return BigDecimal.valueOf(value);
        } else if (target == Short.class && value == (short) value) {
            return (short) value;
        } else if (target == Byte.class && value == (byte) value) {
            return (byte) value;
        } else if (target == BigInteger.class) {
            return BigInteger.valueOf(value);
        } else if (target == Double.class && Math.abs(value) <= EXACT_DOUBLE) {
            return (double) value;
        } else if (target == Float.class && Math.abs(value) <= EXACT_FLOAT) {
            return (float) value;
        }
        throw new StatementException(
                value + " cannot be a " + like.type().name() + " as " + like.describe() + " is: give a "
                        + target.getSimpleName() + ", or cast(" + like.describe() + ") to a type that holds it");
    }

    static <N extends Number> NumericExpression<N> bits(
            BinaryOperator operator, NumericExpression<N> left, Node right) {
        if (!isWhole(left)) {
            throw new StatementException(left.describe() + " is no whole number, whose bits could be told: it is "
                    + left.type().name());
        }
        return of(operator, left, right);
    }

    /** How far bits are moved: within the bits a number of the type has. */
    static ValueNode places(String verb, NumericExpression<?> number, int places) {
        int most = number.type().storage() == Storage.Simple.BIGINT ? 63 : 31;
        if (places < 0 || places > most) {
            throw new StatementException(verb + "(" + places + "): bits are moved by 0 to " + most
                    + " places, say the other verb for a negative");
        }
        return new ValueNode(Types.INTEGER, places);
    }
}
