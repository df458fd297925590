package io.fluxalchemy.type;

import java.time.temporal.Temporal;
import org.jspecify.annotations.Nullable;

/** Types that are stored, read and compared as another one, and that one dialect, or every one, declares in other words. */
final class Variant {

    private Variant() {}

    /** Any type. */
    record Plain<T>(SqlType<T> inner, @Nullable String dialect, String ddl) implements Wrapper<T> {}

    /** A type of numbers. */
    record Numeric<N extends Number>(
            NumericType<N> inner, @Nullable String dialect, String ddl) implements Wrapper<N>, NumericType<N> {}

    /** A type of dates and times. */
    record Time<T extends Temporal>(
            TemporalType<T> inner, @Nullable String dialect, String ddl) implements Wrapper<T>, TemporalType<T> {

        @Override
        public TemporalType<T> exact() {
            return inner.exact();
        }
    }

    /** What the three have in common. */
    interface Wrapper<T> extends OverType<T> {

        /** Null for every dialect that the type within has no words for. */
        @Nullable
        String dialect();

        String ddl();

        @Override
        default @Nullable String declaration(String name) {
            if (name.equals(dialect())) {
                return ddl();
            }
            String own = inner().declaration(name);
            return own == null && dialect() == null ? ddl() : own;
        }

        @Override
        default SqlType<T> compared() {
            return inner().compared();
        }
    }
}
