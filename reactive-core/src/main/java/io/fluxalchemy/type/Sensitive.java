package io.fluxalchemy.type;

import java.time.temporal.Temporal;
import org.jspecify.annotations.Nullable;

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
    interface Wrapper<T> extends SqlType<T> {

        SqlType<T> inner();

        @Override
        default Storage storage() {
            return inner().storage();
        }

        @Override
        default Storage declared() {
            return inner().declared();
        }

        @Override
        default @Nullable String declaration(String dialect) {
            return inner().declaration(dialect);
        }

        @Override
        default Class<?> javaType() {
            return inner().javaType();
        }

        @Override
        default Object toStorage(T value) {
            return inner().toStorage(value);
        }

        @Override
        default T fromStorage(Object stored) {
            return inner().fromStorage(stored);
        }

        @Override
        default T kept(T value) {
            return inner().kept(value);
        }

        @Override
        default String name() {
            return inner().name();
        }

        @Override
        default boolean isSensitive() {
            return true;
        }
    }
}
