package io.fluxalchemy.mapping.state;

import io.fluxalchemy.mapping.model.UnloadedException;
import java.util.AbstractList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.ListIterator;
import java.util.Spliterator;
import org.jspecify.annotations.Nullable;

/**
 * Stands in a field for a list that was not loaded. Every touch raises {@link UnloadedException}, so that neither code nor a JSON
 * serialiser takes it for an empty list. Only {@code toString} answers, for loggers and debuggers. Immutable; one instance may
 * serve every entity of a class.
 */
public final class UnloadedList<T> extends AbstractList<T> implements UntrackedCollection {

    private final String label;
    private final String message;

    UnloadedList(String label, String message) {
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
    public T get(int index) {
        throw touched();
    }

    @Override
    public T set(int index, T element) {
        throw touched();
    }

    @Override
    public void add(int index, T element) {
        throw touched();
    }

    @Override
    public boolean add(T element) {
        throw touched();
    }

    @Override
    public T remove(int index) {
        throw touched();
    }

    @Override
    public boolean addAll(Collection<? extends T> more) {
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
    public ListIterator<T> listIterator(int index) {
        throw touched();
    }

    @Override
    public Spliterator<T> spliterator() {
        throw touched();
    }

    @Override
    public List<T> subList(int from, int to) {
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
