package io.fluxalchemy.type;

import org.jspecify.annotations.Nullable;

/** A type that is another one but for what it says itself. */
interface OverType<T> extends SqlType<T> {

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
    default @Nullable Wrapping wrapping() {
        return inner().wrapping();
    }

    @Override
    default SqlType<T> bare() {
        return inner().bare();
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
        return inner().isSensitive();
    }
}
