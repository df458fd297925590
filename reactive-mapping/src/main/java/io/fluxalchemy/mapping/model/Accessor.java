package io.fluxalchemy.mapping.model;

import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads and writes one field of an entity. Generated code implements it over a static {@code VarHandle}. */
public interface Accessor<E, V> {

    @Nullable
    V get(E owner);

    void set(E owner, @Nullable V value);

    static <E, V> Accessor<E, V> of(Function<E, @Nullable V> get, BiConsumer<E, @Nullable V> set) {
        return new Accessor<>() {
            @Override
            public @Nullable V get(E owner) {
                return get.apply(owner);
            }

            @Override
            public void set(E owner, @Nullable V value) {
                set.accept(owner, value);
            }
        };
    }
}
