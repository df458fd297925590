package io.fluxalchemy.sql;

import io.fluxalchemy.CheckReturnValue;

/** A query of 2 values a row; {@link #into} makes one of them, else rows are read as {@link SqlRow}. */
@CheckReturnValue
public final class Select2<A, B> extends Select<SqlRow> {

    private final Items items;

    Select2(Items items) {
        super(items.rows());
        this.items = items;
    }

    /** Makes one value of each row, while it is read. */
    @SuppressWarnings("unchecked") // the items were given as Selectable of these types
    public <Z> Select<Z> into(F2<? super A, ? super B, ? extends Z> function) {
        return new Select<>(items.into(values -> function.apply((A) values[0], (B) values[1])));
    }
}
