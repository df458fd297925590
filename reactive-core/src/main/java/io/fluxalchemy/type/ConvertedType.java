package io.fluxalchemy.type;

import io.fluxalchemy.error.ConversionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A class of the user's over another type. Equal only to a type with the same two functions. */
record ConvertedType<T, S>(
        SqlType<S> stored,
        Class<T> javaType,
        Function<? super T, ? extends S> write,
        Function<? super S, ? extends T> read)
        implements SqlType<T> {

    @Override
    public Storage storage() {
        return stored.storage();
    }

    @Override
    public Storage declared() {
        return stored.declared();
    }

    @Override
    public @Nullable String declaration(String dialect) {
        return stored.declaration(dialect);
    }

    @Override
    public @Nullable Wrapping wrapping() {
        return stored.wrapping();
    }

    @Override
    public SqlType<T> bare() {
        return wrapping() == null ? this : new ConvertedType<>(stored.bare(), javaType, write, read);
    }

    @Override
    public T kept(T value) {
        S written = required(write.apply(value), "writing");
        S kept = stored.kept(written);
        return kept.equals(written) ? value : required(read.apply(kept), "reading");
    }

    @Override
    public Object toStorage(T value) {
        return stored.toStorage(required(write.apply(Canonical.require(javaType, value, this)), "writing"));
    }

    @Override
    public T fromStorage(Object canonical) {
        return required(read.apply(stored.fromStorage(canonical)), "reading");
    }

    private <V> V required(V converted, String what) {
        if (converted == null) {
            throw new ConversionException("the function for " + what + " " + name()
                    + " returned null: a converter is given and must return a value");
        }
        return converted;
    }

    @Override
    public boolean isSensitive() {
        return stored.isSensitive();
    }

    @Override
    public String name() {
        return stored.name() + " as " + javaType.getSimpleName();
    }
}
