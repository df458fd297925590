package io.fluxalchemy.type;

/** A number whose Java class is what the driver layer carries. */
record PlainNumericType<N extends Number>(Storage.Simple storage, Class<N> javaType) implements NumericType<N> {

    @Override
    public Object toStorage(N value) {
        return Canonical.require(javaType, value, this);
    }

    @Override
    public N fromStorage(Object stored) {
        return Canonical.require(javaType, stored, this);
    }

    @Override
    public String name() {
        return Canonical.name(storage);
    }
}
