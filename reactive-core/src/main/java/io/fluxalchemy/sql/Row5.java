package io.fluxalchemy.sql;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** A row of 5 values. */
public final class Row5<A, B, C, D, E> extends Row<Row5<A, B, C, D, E>> {

    Row5(Items items) {
        super(items);
    }

    /** Makes one value of the row, while it is read. */
    @SuppressWarnings("unchecked") // the items were given as Selectable of these types
    public <Z> Projection<Z> into(F5<? super A, ? super B, ? super C, ? super D, ? super E, ? extends Z> function) {
        return projection(
                values -> function.apply((A) values[0], (B) values[1], (C) values[2], (D) values[3], (E) values[4]));
    }

    /** Equal to what the functions take from one of these; false for none. */
    public <P> Condition in(
            Collection<? extends P> rows,
            Function<? super P, ? extends A> a,
            Function<? super P, ? extends B> b,
            Function<? super P, ? extends C> c,
            Function<? super P, ? extends D> d,
            Function<? super P, ? extends E> e) {
        return in(rows, List.of(a, b, c, d, e));
    }
}
