package io.fluxalchemy.sql;

/**
 * Anything a query can return as one value: an expression, a table's row, an entity, an embedded, a projection.
 *
 * <p>Not a functional interface on purpose: with one abstract method, method references would match it and turn a simple
 * mistake in {@code select(…)} into an unreadable message.
 */
public interface Selectable<T> {

    /** The items and the reader of this value. */
    Selection<T> selection();

    /** How messages name this value, such as {@code author.name}. */
    String describe();
}
