package io.fluxalchemy.sql;

import io.fluxalchemy.CheckReturnValue;
import io.fluxalchemy.sql.tree.TextCommandTree;
import io.fluxalchemy.sql.tree.TextTree;
import io.fluxalchemy.type.SqlType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * SQL as text with named parameters: {@code sql("… where name = :name").bind("name", n)}. Immutable. The text must come from
 * code, never from outside; values go through {@link #bind}. A colon that begins no parameter is written {@code \:}.
 */
@CheckReturnValue
public final class SqlText implements Command {

    private static final Selection<SqlRow> ROWS =
            new Selection<>(List.of(), (row, from) -> row.detach(List.of(), from), List.of());

    private final TextBindings bindings;

    SqlText(TextBindings bindings) {
        this.bindings = bindings;
    }

    /**
     * Gives a parameter its value, bound as the type that goes with its class.
     *
     * @throws io.fluxalchemy.error.StatementException if the text has no such parameter, or it has a value already
     */
    public SqlText bind(String name, Object value) {
        return new SqlText(bindings.bind(name, value));
    }

    /** Gives a parameter its value, bound as this type. */
    public <T> SqlText bind(String name, T value, SqlType<T> type) {
        return new SqlText(bindings.bind(name, value, type));
    }

    public SqlText bindNull(String name, SqlType<?> type) {
        return new SqlText(bindings.bindNull(name, type));
    }

    /** Runs as a query whose rows are read by label. */
    public Typed<SqlRow> rows() {
        return new Typed<>(bindings, ROWS, List.of());
    }

    /** Runs as a query whose rows are read as this; each of its columns is found in the result by name. */
    public <T> Typed<T> as(Selectable<T> what) {
        return new Typed<>(bindings, what.selection(), List.of());
    }

    /**
     * Runs as a query whose rows are read as this record, each component from the column of its name in snake case, or whose
     * first column is read as this class.
     */
    public <T> Typed<T> as(Class<T> recordOrScalar) {
        return new Typed<>(bindings, RecordReader.of(recordOrScalar), List.of());
    }

    /** Runs as a query whose rows are made into something else, while they are read. */
    public <T> Typed<T> map(Function<SqlRow, T> function) {
        return new Typed<>(bindings, ROWS.map(function), List.of());
    }

    /**
     * The tree behind this text.
     *
     * @throws io.fluxalchemy.error.StatementException if a parameter has no value; names it
     */
    @Override
    public TextCommandTree tree() {
        return new TextCommandTree(bindings.tree());
    }

    /** The statement in the words of the standard, for debuggers and messages, without the values. */
    @Override
    public String toString() {
        return Written.of(this);
    }

    /** Text run as a query. Immutable. */
    @CheckReturnValue
    public static final class Typed<R> implements Query<R> {

        private final TextBindings bindings;
        private final Selection<R> selection;
        private final List<StatementOption<? super R>> options;

        Typed(TextBindings bindings, Selection<R> selection, List<StatementOption<? super R>> options) {
            this.bindings = bindings;
            this.selection = selection;
            this.options = options;
        }

        /** As {@link SqlText#bind(String, Object)}. */
        public Typed<R> bind(String name, Object value) {
            return new Typed<>(bindings.bind(name, value), selection, options);
        }

        /** As {@link SqlText#bind(String, Object, SqlType)}. */
        public <T> Typed<R> bind(String name, T value, SqlType<T> type) {
            return new Typed<>(bindings.bind(name, value, type), selection, options);
        }

        public Typed<R> bindNull(String name, SqlType<?> type) {
            return new Typed<>(bindings.bindNull(name, type), selection, options);
        }

        /** Says how the rows are loaded; several calls add up. */
        @SafeVarargs
        @SuppressWarnings("varargs")
        public final Typed<R> options(StatementOption<? super R>... more) {
            List<StatementOption<? super R>> added = new ArrayList<>(options);
            added.addAll(Arrays.asList(more));
            return new Typed<>(bindings, selection, List.copyOf(added));
        }

        @Override
        public Selection<R> selection() {
            return selection;
        }

        @Override
        public List<StatementOption<? super R>> options() {
            return options;
        }

        /** The same text read as something else, and without options. */
        public <S> Typed<S> withSelection(Selection<S> other) {
            return new Typed<>(bindings, other, List.of());
        }

        /**
         * The tree behind this text.
         *
         * @throws io.fluxalchemy.error.StatementException if a parameter has no value; names it
         */
        public TextTree tree() {
            return bindings.tree();
        }

        /** The statement in the words of the standard, for debuggers and messages, without the values. */
        @Override
        public String toString() {
            return Written.of(this);
        }
    }
}
