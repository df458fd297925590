package io.fluxalchemy.sql;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** A row of 12 values. */
public final class Row12<A, B, C, D, E, F, G, H, I, J, K, L> extends Row<Row12<A, B, C, D, E, F, G, H, I, J, K, L>> {

    Row12(Items items) {
        super(items);
    }

    /** Makes one value of the row, while it is read. */
    @SuppressWarnings("unchecked") // the items were given as Selectable of these types
    public <Z> Projection<Z> into(
            F12<
                            ? super A,
                            ? super B,
                            ? super C,
                            ? super D,
                            ? super E,
                            ? super F,
                            ? super G,
                            ? super H,
                            ? super I,
                            ? super J,
                            ? super K,
                            ? super L,
                            ? extends Z>
                    function) {
        return projection(values -> function.apply(
                (A) values[0],
                (B) values[1],
                (C) values[2],
                (D) values[3],
                (E) values[4],
                (F) values[5],
                (G) values[6],
                (H) values[7],
                (I) values[8],
                (J) values[9],
                (K) values[10],
                (L) values[11]));
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
            Function<? super P, ? extends G> g,
            Function<? super P, ? extends H> h,
            Function<? super P, ? extends I> i,
            Function<? super P, ? extends J> j,
            Function<? super P, ? extends K> k,
            Function<? super P, ? extends L> l) {
        return in(rows, List.of(a, b, c, d, e, f, g, h, i, j, k, l));
    }
}
