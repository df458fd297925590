package io.fluxalchemy.type;

import io.fluxalchemy.error.StatementException;

/** What the values of a range are of. */
public final class RangeElements {

    private RangeElements() {}

    /**
     * The type of the values of a range.
     *
     * @throws StatementException if the type was not made by {@link Types#rangeOf}
     */
    public static <T extends Comparable<? super T>> SqlType<T> of(SqlType<Range<T>> type) {
        if (type instanceof RangeType<T> range) {
            return range.element();
        }
        throw new StatementException(type.name() + " is no type made by rangeOf(…): compare it with a whole range");
    }
}
