package io.fluxalchemy.sql;

import java.util.List;
import java.util.function.Function;

/**
 * A query with one value left open, made and compiled once and run with many: for statements that run again and again, such as
 * finding an entity by its id. Building one and running it with a value do no I/O; the verbs of the engine do. Thread-safe.
 */
public final class Lookup<R> {

    /** Stands in the query where the value will. */
    private static final Object OPEN = new Object();

    private final Function<Object, ? extends Query<R>> query;
    private final Query<R> open;

    private Lookup(Function<Object, ? extends Query<R>> query) {
        this.query = query;
        this.open = query.apply(OPEN);
    }

    /** @param query makes the query of a value, which it binds and does not look at: whatever the value, the query is the same */
    public static <R> Lookup<R> of(Function<Object, ? extends Query<R>> query) {
        return new Lookup<>(query);
    }

    /** The query with its value. */
    public Query<R> with(Object value) {
        return new Run<>(this, value);
    }

    /** The query with a mark in place of the value; never to be executed. */
    public Query<R> open() {
        return open;
    }

    /** Whether what a query binds is the mark. */
    public static boolean isOpen(Object bound) {
        return bound == OPEN;
    }

    /** A lookup with its value. */
    public static final class Run<R> implements Query<R> {

        private final Lookup<R> lookup;
        private final Object value;

        Run(Lookup<R> lookup, Object value) {
            this.lookup = lookup;
            this.value = value;
        }

        public Lookup<R> lookup() {
            return lookup;
        }

        public Object value() {
            return value;
        }

        /** The same query as it would be without a lookup. */
        public Query<R> query() {
            return lookup.query.apply(value);
        }

        @Override
        public Selection<R> selection() {
            return lookup.open.selection();
        }

        @Override
        public List<StatementOption<? super R>> options() {
            return lookup.open.options();
        }

        @Override
        public ReadOptions reading() {
            return lookup.open.reading();
        }

        /** The statement in the words of the standard, for debuggers and messages, without the value. */
        @Override
        public String toString() {
            return Written.of(lookup.open);
        }
    }
}
