package io.fluxalchemy.sql;

import io.fluxalchemy.CheckReturnValue;

/** A query of 7 values a row; {@link #into} makes one of them, else rows are read as {@link SqlRow}. */
@CheckReturnValue
public final class Select7<A, B, C, D, E, F, G> extends Select<SqlRow> {

    private final Items items;

    Select7(Items items) {
        super(items.rows());
        this.items = items;
    }

    /** Makes one value of each row, while it is read. */
    @SuppressWarnings("unchecked") // the items were given as Selectable of these types
    public <Z> Select<Z> into(
            F7<? super A, ? super B, ? super C, ? super D, ? super E, ? super F, ? super G, ? extends Z> function) {
        return new Select<>(items.into(values -> function.apply(
                (A) values[0], (B) values[1], (C) values[2], (D) values[3], (E) values[4], (F) values[5], (G)
                        values[6])));
    }
}
