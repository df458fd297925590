package io.fluxalchemy.sql;

import io.fluxalchemy.sql.tree.BetweenNode;
import io.fluxalchemy.sql.tree.BinaryOperator;
import io.fluxalchemy.sql.tree.Node;
import io.fluxalchemy.sql.tree.UnaryNode;
import io.fluxalchemy.sql.tree.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A number. Whole Java numbers may be written as they are, {@code count(x).gt(5)}: they become the expression's own type, or an
 * error if they do not fit it. Arithmetic keeps the type of its left side.
 */
public interface NumericExpression<N extends Number> extends ExpressionOf<N, NumericExpression<N>> {

    @Override
    default NumericExpression<N> with(Node node, @Nullable String label) {
        return new ComputedNumber<>(node, Widening.of(type()), label);
    }

    default Condition eq(long value) {
        return Arithmetic.compare(BinaryOperator.EQ, this, value);
    }

    default Condition ne(long value) {
        return Arithmetic.compare(BinaryOperator.NE, this, value);
    }

    default Condition lt(long value) {
        return Arithmetic.compare(BinaryOperator.LT, this, value);
    }

    default Condition le(long value) {
        return Arithmetic.compare(BinaryOperator.LE, this, value);
    }

    default Condition gt(long value) {
        return Arithmetic.compare(BinaryOperator.GT, this, value);
    }

    default Condition ge(long value) {
        return Arithmetic.compare(BinaryOperator.GE, this, value);
    }

    /** Both ends included. */
    default Condition between(long low, long high) {
        return Conditions.of(new BetweenNode(node(), Arithmetic.whole(this, low), Arithmetic.whole(this, high)));
    }

    default NumericExpression<N> plus(long value) {
        return Arithmetic.of(BinaryOperator.PLUS, this, Arithmetic.whole(this, value));
    }

    default NumericExpression<N> plus(N value) {
        return Arithmetic.of(BinaryOperator.PLUS, this, Comparison.value(this, value, "plus"));
    }

    default NumericExpression<N> plus(Expression<? extends Number> value) {
        return Arithmetic.of(BinaryOperator.PLUS, this, value.node());
    }

    default NumericExpression<N> minus(long value) {
        return Arithmetic.of(BinaryOperator.MINUS, this, Arithmetic.whole(this, value));
    }

    default NumericExpression<N> minus(N value) {
        return Arithmetic.of(BinaryOperator.MINUS, this, Comparison.value(this, value, "minus"));
    }

    default NumericExpression<N> minus(Expression<? extends Number> value) {
        return Arithmetic.of(BinaryOperator.MINUS, this, value.node());
    }

    default NumericExpression<N> times(long value) {
        return Arithmetic.of(BinaryOperator.TIMES, this, Arithmetic.whole(this, value));
    }

    default NumericExpression<N> times(N value) {
        return Arithmetic.of(BinaryOperator.TIMES, this, Comparison.value(this, value, "times"));
    }

    default NumericExpression<N> times(Expression<? extends Number> value) {
        return Arithmetic.of(BinaryOperator.TIMES, this, value.node());
    }

    /** Whole numbers divide to whole numbers, as SQL's do. */
    default NumericExpression<N> dividedBy(long value) {
        return Arithmetic.divide(this, Arithmetic.whole(this, value));
    }

    default NumericExpression<N> dividedBy(N value) {
        return Arithmetic.divide(this, Comparison.value(this, value, "dividedBy"));
    }

    default NumericExpression<N> dividedBy(Expression<? extends Number> value) {
        return Arithmetic.divide(this, value);
    }

    /** The remainder, with the sign of this number. */
    default NumericExpression<N> modulo(long value) {
        return Arithmetic.of(BinaryOperator.MODULO, this, Arithmetic.whole(this, value));
    }

    /** Bit by bit, of whole numbers; so are the verbs that follow. */
    default NumericExpression<N> bitAnd(long bits) {
        return Arithmetic.bits(BinaryOperator.BIT_AND, this, Arithmetic.whole(this, bits));
    }

    default NumericExpression<N> bitAnd(NumericExpression<N> bits) {
        return Arithmetic.bits(BinaryOperator.BIT_AND, this, bits.node());
    }

    default NumericExpression<N> bitOr(long bits) {
        return Arithmetic.bits(BinaryOperator.BIT_OR, this, Arithmetic.whole(this, bits));
    }

    default NumericExpression<N> bitOr(NumericExpression<N> bits) {
        return Arithmetic.bits(BinaryOperator.BIT_OR, this, bits.node());
    }

    default NumericExpression<N> bitXor(long bits) {
        return Arithmetic.bits(BinaryOperator.BIT_XOR, this, Arithmetic.whole(this, bits));
    }

    default NumericExpression<N> bitXor(NumericExpression<N> bits) {
        return Arithmetic.bits(BinaryOperator.BIT_XOR, this, bits.node());
    }

    /** Every bit turned over. */
    default NumericExpression<N> bitNot() {
        return bitXor(-1);
    }

    /** Bits moved to the left; those that leave the number's type are lost on some databases and an error when read on others. */
    default NumericExpression<N> shiftLeft(int places) {
        return Arithmetic.bits(BinaryOperator.SHIFT_LEFT, this, Arithmetic.places("shiftLeft", this, places));
    }

    /** Bits moved to the right, the sign staying as it is. */
    default NumericExpression<N> shiftRight(int places) {
        return Arithmetic.bits(BinaryOperator.SHIFT_RIGHT, this, Arithmetic.places("shiftRight", this, places));
    }

    default NumericExpression<N> negated() {
        return with(new UnaryNode(UnaryOperator.NEGATE, node()), null);
    }
}
