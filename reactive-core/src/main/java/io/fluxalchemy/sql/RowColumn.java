package io.fluxalchemy.sql;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How one column's value is taken from a row's object. */
record RowColumn<P>(Column<?> column, Function<? super P, ? extends @Nullable Object> value) {}
