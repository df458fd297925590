package io.fluxalchemy.mapping.state;

import java.util.AbstractList;
import java.util.Collection;
import java.util.List;

/**
 * A list loaded with criteria: readable, but not the whole relation, so the unit of work must not take what is missing for
 * removed. Writing raises {@link PartialCollectionException}.
 */
public final class PartialList<T> extends AbstractList<T> implements UntrackedCollection {

    private final List<T> loaded;
    private final String message;

    PartialList(Collection<? extends T> loaded, String message) {
        this.loaded = List.copyOf(loaded);
        this.message = message;
    }

    @Override
    public int size() {
        return loaded.size();
    }

    @Override
    public T get(int index) {
        return loaded.get(index);
    }

    @Override
    public T set(int index, T element) {
        throw new PartialCollectionException(message);
    }

    @Override
    public void add(int index, T element) {
        throw new PartialCollectionException(message);
    }

    @Override
    public T remove(int index) {
        throw new PartialCollectionException(message);
    }
}
