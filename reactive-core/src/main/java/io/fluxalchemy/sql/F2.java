package io.fluxalchemy.sql;

import org.jspecify.annotations.Nullable;

/** Makes one value of 2: a constructor reference or a lambda. NULL in the result comes as null. */
@FunctionalInterface
public interface F2<A, B, Z extends @Nullable Object> {

    Z apply(A a, B b);
}
