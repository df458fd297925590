package io.fluxalchemy.type;

import java.time.temporal.Temporal;

/** Types that are stored, read and compared as another one, and whose values are shown nowhere. */
final class Sensitive {

    private Sensitive() {}

    /** Any type. */
    record Plain<T>(SqlType<T> inner) implements Wrapper<T> {}

    /** A type of numbers. */
    record Numeric<N extends Number>(NumericType<N> inner) implements Wrapper<N>, NumericType<N> {}

    /** A type of dates and times. */
    record Time<T extends Temporal>(TemporalType<T> inner) implements Wrapper<T>, TemporalType<T> {

        @Override
        public TemporalType<T> exact() {
            return new Time<>(inner.exact());
        }
    }

    /** What the three have in common. */
    interface Wrapper<T> extends OverType<T> {

        @Override
        default SqlType<T> bare() {
            return wrapping() == null ? this : new Plain<>(inner().bare());
        }

        @Override
        default boolean isSensitive() {
            return true;
        }
    }
}
