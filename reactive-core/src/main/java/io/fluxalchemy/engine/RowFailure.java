package io.fluxalchemy.engine;

import io.fluxalchemy.error.ConversionException;

/** Stands in a stream for a row that could not be read, so that the exchange ends in order before the subscriber is told. */
record RowFailure(RuntimeException error) {

    static RowFailure ofNull() {
        return new RowFailure(new ConversionException(
                "a row's value is NULL, which a stream cannot carry: filter with isNotNull(), replace with coalesce(…), or read"
                        + " the rows into a record with into(…)"));
    }
}
