package io.fluxalchemy.type;

import java.util.function.BiFunction;
import java.util.function.Function;

/** A type of the database that is written and read as its text. Kept in constants, so that its functions are equal. */
record NativeType<T>(
        Storage.Native storage, Class<T> javaType, BiFunction<T, SqlType<T>, String> write, Function<String, T> parse)
        implements SqlType<T> {

    @Override
    public Object toStorage(T value) {
        return new NativeText(write.apply(Canonical.require(javaType, value, this), this));
    }

    @Override
    public T fromStorage(Object stored) {
        return parse.apply(Canonical.require(NativeText.class, stored, this).text());
    }

    @Override
    public String name() {
        return storage.typeName();
    }
}
