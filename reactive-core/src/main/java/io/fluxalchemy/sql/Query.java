package io.fluxalchemy.sql;

import java.util.List;

/** A statement that yields rows of {@code R}. Building one does no I/O; the verbs of the engine run it. */
public sealed interface Query<R> permits Select, Returning, SqlText.Typed, Lookup.Run {

    /** What one row is made of. A text's result has no items where its columns alone decide, else finds items by label. */
    Selection<R> selection();

    /** What was said about loading; the engine refuses options nobody has taken care of. */
    List<StatementOption<? super R>> options();

    /** How its rows are read, where that was said. */
    default ReadOptions reading() {
        return ReadOptions.NONE;
    }
}
