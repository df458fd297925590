package io.fluxalchemy.type;

import io.fluxalchemy.error.ConversionException;

/** An enumeration kept as its constants' positions, counted from 0. */
record EnumOrdinalType<E extends Enum<E>>(Class<E> javaType) implements SqlType<E> {

    @Override
    public Storage storage() {
        return Storage.Simple.SMALLINT;
    }

    @Override
    public Object toStorage(E value) {
        return (short) Canonical.require(javaType, value, this).ordinal();
    }

    @Override
    public E fromStorage(Object stored) {
        short ordinal = Canonical.require(Short.class, stored, this);
        E[] constants = javaType.getEnumConstants();
        if (ordinal < 0 || ordinal >= constants.length) {
            throw new ConversionException("the stored position is outside " + javaType.getName() + ", which has "
                    + constants.length + " constants: correct the row or the enumeration");
        }
        return constants[ordinal];
    }

    @Override
    public String name() {
        return "smallint of " + javaType.getSimpleName();
    }
}
