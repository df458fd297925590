package io.fluxalchemy.sql;

/** A function that has a value only over a window; not selectable before {@link #over} says which. */
public interface WindowFunction<E> {

    E over(Window window);
}
