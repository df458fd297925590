package io.fluxalchemy.sql;

import io.fluxalchemy.sql.tree.CommandTree;

/** A statement that yields the number of rows it wrote. Building one does no I/O; {@code execute} runs it. */
public sealed interface Command permits Insert, InsertRows, InsertQuery, Upsert, Update, Delete, SqlText {

    /**
     * The tree behind this command.
     *
     * @throws io.fluxalchemy.error.StatementException if the command is not complete; says what is missing
     */
    CommandTree tree();
}
