package io.fluxalchemy.type;

/** A type whose Java class is what the driver layer carries. */
record PlainType<T>(Storage.Simple storage, Class<T> javaType) implements SqlType<T> {

    @Override
    public Object toStorage(T value) {
        return Canonical.require(javaType, value, this);
    }

    @Override
    public T fromStorage(Object stored) {
        return Canonical.require(javaType, stored, this);
    }

    @Override
    public String name() {
        return Canonical.name(storage);
    }
}
