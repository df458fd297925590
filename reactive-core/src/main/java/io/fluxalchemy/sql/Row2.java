package io.fluxalchemy.sql;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** A row of 2 values. */
public final class Row2<A, B> extends Row<Row2<A, B>> {

    Row2(Items items) {
        super(items);
    }

    /** Makes one value of the row, while it is read. */
    @SuppressWarnings("unchecked") // the items were given as Selectable of these types
    public <Z> Projection<Z> into(F2<? super A, ? super B, ? extends Z> function) {
        return projection(values -> function.apply((A) values[0], (B) values[1]));
    }

    /** Equal to what the functions take from one of these; false for none. */
    public <P> Condition in(
            Collection<? extends P> rows, Function<? super P, ? extends A> a, Function<? super P, ? extends B> b) {
        return in(rows, List.of(a, b));
    }
}
