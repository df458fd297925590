package io.fluxalchemy.type;

import io.fluxalchemy.error.ConversionException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A one-dimensional array as a list. Both sides are copies that nobody changes; nulls stay nulls. */
record ArrayType<E>(SqlType<E> element) implements SqlType<List<E>> {

    ArrayType {
        if (element.storage() instanceof Storage.Array) {
            throw new IllegalArgumentException(
                    "an array of " + element.name() + " has two dimensions: one is supported");
        }
    }

    @Override
    public Storage storage() {
        return new Storage.Array(element.storage());
    }

    @Override
    public Storage declared() {
        return new Storage.Array(element.declared());
    }

    @Override
    @SuppressWarnings("NullAway") // the list of a SQL array may hold nulls whatever E says
    public List<E> kept(List<E> value) {
        List<@Nullable E> kept = new ArrayList<>(value.size());
        value.forEach(each -> kept.add(each == null ? null : element.kept(each)));
        return kept.equals(value) ? value : Collections.unmodifiableList(kept);
    }

    @Override
    public Class<?> javaType() {
        return List.class;
    }

    @Override
    public Object toStorage(List<E> value) {
        List<@Nullable Object> stored = new ArrayList<>(value.size());
        for (E each : value) {
            try {
                stored.add(each == null ? null : element.toStorage(each));
            } catch (ConversionException e) {
                throw at(stored.size(), e);
            }
        }
        return Collections.unmodifiableList(stored);
    }

    @Override
    @SuppressWarnings("NullAway") // the list of a SQL array may hold nulls whatever E says
    public List<E> fromStorage(Object stored) {
        List<?> values = Canonical.require(List.class, stored, this);
        List<@Nullable E> read = new ArrayList<>(values.size());
        for (Object each : values) {
            try {
                read.add(each == null ? null : element.fromStorage(each));
            } catch (ConversionException e) {
                throw at(read.size(), e);
            }
        }
        return Collections.unmodifiableList(read);
    }

    private static ConversionException at(int index, ConversionException cause) {
        return new ConversionException("element " + index + " of the array: " + cause.getMessage(), cause);
    }

    @Override
    public boolean isSensitive() {
        return element.isSensitive();
    }

    @Override
    public String name() {
        return element.name() + "[]";
    }
}
