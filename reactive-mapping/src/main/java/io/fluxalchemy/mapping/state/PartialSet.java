package io.fluxalchemy.mapping.state;

import java.util.AbstractSet;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A set loaded with criteria: readable, not writable, as {@link PartialList}. */
public final class PartialSet<T> extends AbstractSet<T> implements UntrackedCollection {

    private final Set<T> loaded;
    private final String message;

    PartialSet(Collection<? extends T> loaded, String message) {
        this.loaded = Collections.unmodifiableSet(new LinkedHashSet<>(loaded));
        this.message = message;
    }

    @Override
    public int size() {
        return loaded.size();
    }

    @Override
    public boolean contains(@Nullable Object element) {
        return loaded.contains(element);
    }

    @Override
    public Iterator<T> iterator() {
        return loaded.iterator();
    }

    @Override
    public boolean add(T element) {
        throw new PartialCollectionException(message);
    }

    @Override
    public boolean remove(@Nullable Object element) {
        throw new PartialCollectionException(message);
    }

    @Override
    public boolean removeAll(Collection<?> others) {
        throw new PartialCollectionException(message);
    }

    @Override
    public void clear() {
        throw new PartialCollectionException(message);
    }
}
