package io.fluxalchemy.sql;

import io.fluxalchemy.CheckReturnValue;
import io.fluxalchemy.sql.tree.RemarkTree;

/**
 * What stands in a command besides its clauses. Immutable, as its commands are.
 *
 * @param <S> the command
 */
@CheckReturnValue
public abstract sealed class RemarkedCommand<S> permits Insert, InsertRows, InsertQuery, Upsert, Update, Delete {

    RemarkedCommand() {}

    abstract RemarkTree remarks();

    abstract S remarked(RemarkTree changed);

    /**
     * A comment before the command, by which it is found in the server's log and statistics. Characters that could end it or be
     * taken for a marker become spaces. It is part of the text that compiled statements are kept under: say the place, not a value.
     */
    public final S comment(String text) {
        return remarked(Remarks.comment(remarks(), text));
    }

    /** Text behind the first word for one dialect only, such as a hint; others leave it out. It comes from code, never from outside. */
    public final S prefix(String dialect, String sql) {
        return remarked(Remarks.prefix(remarks(), dialect, sql));
    }

    /** Text at the end of the command for one dialect only; others leave it out. It comes from code, never from outside. */
    public final S suffix(String dialect, String sql) {
        return remarked(Remarks.suffix(remarks(), dialect, sql));
    }

    /** The statement in the words of the standard, for debuggers and messages, without the values. */
    @Override
    public final String toString() {
        return this instanceof Command command
                ? Written.of(command)
                : getClass().getSimpleName();
    }
}
