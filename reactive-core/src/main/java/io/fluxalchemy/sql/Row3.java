package io.fluxalchemy.sql;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** A row of 3 values. */
public final class Row3<A, B, C> extends Row<Row3<A, B, C>> {

    Row3(Items items) {
        super(items);
    }

    /** Makes one value of the row, while it is read. */
    @SuppressWarnings("unchecked") // the items were given as Selectable of these types
    public <Z> Projection<Z> into(F3<? super A, ? super B, ? super C, ? extends Z> function) {
        return projection(values -> function.apply((A) values[0], (B) values[1], (C) values[2]));
    }

    /** Equal to what the functions take from one of these; false for none. */
    public <P> Condition in(
            Collection<? extends P> rows,
            Function<? super P, ? extends A> a,
            Function<? super P, ? extends B> b,
            Function<? super P, ? extends C> c) {
        return in(rows, List.of(a, b, c));
    }
}
