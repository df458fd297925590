package io.fluxalchemy.dialects.postgresql;

import io.fluxalchemy.type.SqlType;
import io.fluxalchemy.type.Storage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A list of values bound as an array of their text forms; only ever written. */
record TextArrayType<E>(SqlType<E> element) implements SqlType<List<E>> {

    @Override
    public Storage storage() {
        return new Storage.Array(Storage.Simple.TEXT);
    }

    @Override
    public Class<?> javaType() {
        return List.class;
    }

    @Override
    public Object toStorage(List<E> values) {
        List<@Nullable String> texts = new ArrayList<>(values.size());
        for (@Nullable E value : values) {
            texts.add(value == null ? null : PostgresText.of(element.storage(), element.toStorage(value)));
        }
        return Collections.unmodifiableList(texts);
    }

    @Override
    public List<E> fromStorage(Object stored) {
        throw new IllegalStateException(name() + " is bound and never read");
    }

    @Override
    public boolean isSensitive() {
        return element.isSensitive();
    }

    @Override
    public String name() {
        return element.name() + "[] as text";
    }
}
