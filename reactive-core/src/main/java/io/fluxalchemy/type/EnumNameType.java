package io.fluxalchemy.type;

import io.fluxalchemy.error.ConversionException;
import java.util.Arrays;
import java.util.List;

/** An enumeration kept as its constants' names, in a text column or in an enumeration type of the database. */
record EnumNameType<E extends Enum<E>>(Storage storage, Class<E> javaType) implements SqlType<E> {

    static <E extends Enum<E>> List<String> labels(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
    }

    @Override
    public Object toStorage(E value) {
        return Canonical.require(javaType, value, this).name();
    }

    @Override
    public E fromStorage(Object stored) {
        String label = Canonical.require(String.class, stored, this);
        try {
            return Enum.valueOf(javaType, label);
        } catch (IllegalArgumentException e) {
            throw new ConversionException("the stored label is no constant of " + javaType.getName() + ", which has "
                    + labels(javaType) + ": add the constant or correct the row");
        }
    }

    @Override
    public String name() {
        return (storage instanceof Storage.NamedEnum named ? named.name() : "varchar") + " of "
                + javaType.getSimpleName();
    }
}
