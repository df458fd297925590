package io.fluxalchemy.sql;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** A row of 7 values. */
public final class Row7<A, B, C, D, E, F, G> extends Row<Row7<A, B, C, D, E, F, G>> {

    Row7(Items items) {
        super(items);
    }

    /** Makes one value of the row, while it is read. */
    @SuppressWarnings("unchecked") // the items were given as Selectable of these types
    public <Z> Projection<Z> into(
            F7<? super A, ? super B, ? super C, ? super D, ? super E, ? super F, ? super G, ? extends Z> function) {
        return projection(values -> function.apply(
                (A) values[0], (B) values[1], (C) values[2], (D) values[3], (E) values[4], (F) values[5], (G)
                        values[6]));
    }

    /** Equal to what the functions take from one of these; false for none. */
    public <P> Condition in(
            Collection<? extends P> rows,
            Function<? super P, ? extends A> a,
            Function<? super P, ? extends B> b,
            Function<? super P, ? extends C> c,
            Function<? super P, ? extends D> d,
            Function<? super P, ? extends E> e,
            Function<? super P, ? extends F> f,
            Function<? super P, ? extends G> g) {
        return in(rows, List.of(a, b, c, d, e, f, g));
    }
}
