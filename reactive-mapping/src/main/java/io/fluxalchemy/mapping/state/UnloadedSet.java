package io.fluxalchemy.mapping.state;

import io.fluxalchemy.mapping.model.UnloadedException;
import java.util.AbstractSet;
import java.util.Collection;
import java.util.Iterator;
import java.util.Spliterator;
import org.jspecify.annotations.Nullable;

/** Stands in a field for a set that was not loaded; raises as {@link UnloadedList} does. Immutable. */
public final class UnloadedSet<T> extends AbstractSet<T> implements UntrackedCollection {

    private final String label;
    private final String message;

    UnloadedSet(String label, String message) {
        this.label = label;
        this.message = message;
    }

    private UnloadedException touched() {
        return new UnloadedException(message);
    }

    @Override
    public int size() {
        throw touched();
    }

    @Override
    public boolean add(T element) {
        throw touched();
    }

    @Override
    public boolean remove(@Nullable Object element) {
        throw touched();
    }

    @Override
    public boolean addAll(Collection<? extends T> more) {
        throw touched();
    }

    @Override
    public boolean removeAll(Collection<?> others) {
        throw touched();
    }

    @Override
    public boolean containsAll(Collection<?> others) {
        throw touched();
    }

    @Override
    public Iterator<T> iterator() {
        throw touched();
    }

    @Override
    public Spliterator<T> spliterator() {
        throw touched();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        if (other == this) {
            return true;
        }
        throw touched();
    }

    @Override
    public int hashCode() {
        throw touched();
    }

    @Override
    public String toString() {
        return label;
    }
}
