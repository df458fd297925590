package io.fluxalchemy.type;

import io.fluxalchemy.error.StatementException;
import java.time.temporal.Temporal;

/** Types whose values have SQL around them, in both directions. */
final class Wrapped {

    private Wrapped() {}

    /** Any type. */
    record Plain<T>(SqlType<T> inner, Wrapping wrapping) implements Wrapper<T> {
        Plain {
            requireBare(inner);
        }
    }

    /** A type of numbers. */
    record Numeric<N extends Number>(NumericType<N> inner, Wrapping wrapping) implements Wrapper<N>, NumericType<N> {
        Numeric {
            requireBare(inner);
        }
    }

    /** A type of dates and times. */
    record Time<T extends Temporal>(TemporalType<T> inner, Wrapping wrapping) implements Wrapper<T>, TemporalType<T> {
        Time {
            requireBare(inner);
        }

        @Override
        public TemporalType<T> exact() {
            return new Time<>(inner.exact(), wrapping);
        }
    }

    /** What the three have in common. */
    interface Wrapper<T> extends OverType<T> {

        @Override
        Wrapping wrapping();
    }

    private static void requireBare(SqlType<?> inner) {
        if (inner.wrapping() != null) {
            throw new StatementException(
                    inner.name() + " has SQL around its values already: write both in one wrapping");
        }
    }

    /** Refuses a type of elements, around each of which nothing could be written. */
    static <T> SqlType<T> requireNone(SqlType<T> element, String what) {
        if (element.wrapping() != null) {
            throw new StatementException(what + " of " + element.name()
                    + " cannot have SQL around each element: wrap the whole type instead");
        }
        return element;
    }
}
