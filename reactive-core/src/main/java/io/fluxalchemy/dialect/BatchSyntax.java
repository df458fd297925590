package io.fluxalchemy.dialect;

import io.fluxalchemy.sql.Batch;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** How one statement writes many rows of one table. */
public interface BatchSyntax {

    /** The most rows of this batch that one statement writes; at least 1. */
    int maxRows(Batch batch, int maxBinds);

    /** Whether the text is another one for each number of rows above 1. */
    boolean dependsOnRows(Batch batch);

    /**
     * Writes the statement for a number of rows of a batch, which may be all of them or a part.
     *
     * @return how its result tells the rows apart
     */
    BatchShape write(BatchWriter out, Batch batch, int rows);

    /**
     * A query that gives a text where the table of this batch takes it only as {@link #plain} writes it, and no row elsewhere; null
     * where that need not be asked. Asked once for each table of an engine.
     *
     * @param table makes the table's name as the statement writes it
     */
    default @Nullable String question(Batch batch, Supplier<String> table) {
        return null;
    }

    /** This syntax for whoever reads a result of the shape {@link BatchShape#GATHERED} too; the plain syntax has none of that shape. */
    default BatchSyntax gathered() {
        return this;
    }

    /** How the tables are written that {@link #question} finds; this syntax where it finds none. */
    default BatchSyntax plain() {
        return this;
    }
}
