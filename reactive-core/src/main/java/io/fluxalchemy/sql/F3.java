package io.fluxalchemy.sql;

import org.jspecify.annotations.Nullable;

/** Makes one value of 3: a constructor reference or a lambda. NULL in the result comes as null. */
@FunctionalInterface
public interface F3<A, B, C, Z extends @Nullable Object> {

    Z apply(A a, B b, C c);
}
