package io.fluxalchemy.sql;

import io.fluxalchemy.CheckReturnValue;

/** A query of 5 values a row; {@link #into} makes one of them, else rows are read as {@link SqlRow}. */
@CheckReturnValue
public final class Select5<A, B, C, D, E> extends Select<SqlRow> {

    private final Items items;

    Select5(Items items) {
        super(items.rows());
        this.items = items;
    }

    /** Makes one value of each row, while it is read. */
    @SuppressWarnings("unchecked") // the items were given as Selectable of these types
    public <Z> Select<Z> into(F5<? super A, ? super B, ? super C, ? super D, ? super E, ? extends Z> function) {
        return new Select<>(items.into(
                values -> function.apply((A) values[0], (B) values[1], (C) values[2], (D) values[3], (E) values[4])));
    }
}
