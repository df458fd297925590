package io.fluxalchemy.type;

/** A type of numbers; marks what arithmetic may work on. */
public interface NumericType<N extends Number> extends SqlType<N> {}
