package io.fluxalchemy.sql;

import io.fluxalchemy.CheckReturnValue;
import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.sql.tree.CommandTree;
import io.fluxalchemy.sql.tree.DeleteTree;
import io.fluxalchemy.sql.tree.InsertTree;
import io.fluxalchemy.sql.tree.ItemTree;
import io.fluxalchemy.sql.tree.UpdateTree;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A command that yields a row for each row it wrote. Immutable. */
@CheckReturnValue
public final class Returning<R> implements Query<R> {

    private final CommandTree command;
    private final Selection<R> selection;
    private final List<StatementOption<? super R>> options;
    private final Batch.@Nullable Insert batch;

    Returning(
            CommandTree command,
            Selection<R> selection,
            List<StatementOption<? super R>> options,
            Batch.@Nullable Insert batch) {
        this.command = command;
        this.selection = selection;
        this.options = options;
        this.batch = batch;
    }

    static <T> Returning<T> of(CommandTree command, Selectable<T> what) {
        return new Returning<>(command, what.selection(), List.of(), null);
    }

    static Returning<SqlRow> of(CommandTree command, Selectable<?> first, Selectable<?> second, Selectable<?>... more) {
        return new Returning<>(command, rows(first, second, more), List.of(), null);
    }

    static Selection<SqlRow> rows(Selectable<?> first, Selectable<?> second, Selectable<?>... more) {
        List<Selectable<?>> all = new ArrayList<>(List.of(first, second));
        all.addAll(Arrays.asList(more));
        return new Items(all).rows();
    }

    /** Makes something else of each row, while it is read. */
    public <S> Returning<S> map(Function<? super R, ? extends S> function) {
        return new Returning<>(command, selection.map(function), List.of(), batch);
    }

    @Override
    public Selection<R> selection() {
        return selection;
    }

    @Override
    public List<StatementOption<? super R>> options() {
        return options;
    }

    /** The same command with another list of what to return, and without options. */
    public <S> Returning<S> withSelection(Selection<S> other) {
        return new Returning<>(command, other, List.of(), null);
    }

    /** The rows to insert, where this is an insert of many rows that returns columns only; else null. */
    public Batch.@Nullable Insert batch() {
        return batch;
    }

    public CommandTree tree() {
        List<ItemTree> items = Selections.items(selection);
        if (command instanceof InsertTree insert) {
            return new InsertTree(
                    insert.table(),
                    insert.columns(),
                    insert.rows(),
                    insert.query(),
                    insert.conflict(),
                    items,
                    insert.remarks());
        } else if (command instanceof UpdateTree update) {
            return new UpdateTree(
                    update.table(), update.assignments(), update.from(), update.where(), items, update.remarks());
        } else if (command instanceof DeleteTree delete) {
            return new DeleteTree(delete.table(), delete.using(), delete.where(), items, delete.remarks());
        }
        throw new StatementException("returning(…) belongs to insert, update and delete");
    }

    /** The statement in the words of the standard, for debuggers and messages, without the values. */
    @Override
    public String toString() {
        return Written.of(this);
    }
}
