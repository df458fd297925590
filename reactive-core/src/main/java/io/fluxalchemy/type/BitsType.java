package io.fluxalchemy.type;

import io.fluxalchemy.error.ConversionException;

/** Bits, so many of them or at most so many. */
record BitsType(Storage.Bit storage) implements SqlType<Bits> {

    @Override
    public Class<Bits> javaType() {
        return Bits.class;
    }

    @Override
    public Object toStorage(Bits value) {
        Bits bits = Canonical.require(Bits.class, value, this);
        if (storage.varying() ? bits.length() > storage.length() : bits.length() != storage.length()) {
            throw new ConversionException(
                    name() + " does not take " + bits.length() + " bits: cut or fill them where you decide it");
        }
        return new NativeText(bits.digits());
    }

    @Override
    public Bits fromStorage(Object stored) {
        return new Bits(Canonical.require(NativeText.class, stored, this).text());
    }

    @Override
    public String name() {
        return (storage.varying() ? "bit varying(" : "bit(") + storage.length() + ")";
    }
}
