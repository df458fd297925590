package io.fluxalchemy.sql;

import io.fluxalchemy.CheckReturnValue;

/** A query of 4 values a row; {@link #into} makes one of them, else rows are read as {@link SqlRow}. */
@CheckReturnValue
public final class Select4<A, B, C, D> extends Select<SqlRow> {

    private final Items items;

    Select4(Items items) {
        super(items.rows());
        this.items = items;
    }

    /** Makes one value of each row, while it is read. */
    @SuppressWarnings("unchecked") // the items were given as Selectable of these types
    public <Z> Select<Z> into(F4<? super A, ? super B, ? super C, ? super D, ? extends Z> function) {
        return new Select<>(
                items.into(values -> function.apply((A) values[0], (B) values[1], (C) values[2], (D) values[3])));
    }
}
