package io.fluxalchemy.type;

/** Bytes. What is stored is a copy; what is read is the driver layer's own fresh array. */
record BytesType() implements SqlType<byte[]> {

    @Override
    public Storage storage() {
        return Storage.Simple.BYTES;
    }

    @Override
    public Class<?> javaType() {
        return byte[].class;
    }

    @Override
    public Object toStorage(byte[] value) {
        return value.clone();
    }

    @Override
    public byte[] fromStorage(Object stored) {
        return Canonical.require(byte[].class, stored, this);
    }

    @Override
    public String name() {
        return Canonical.name(Storage.Simple.BYTES);
    }
}
