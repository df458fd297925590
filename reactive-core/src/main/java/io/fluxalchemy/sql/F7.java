package io.fluxalchemy.sql;

import org.jspecify.annotations.Nullable;

/** Makes one value of 7: a constructor reference or a lambda. NULL in the result comes as null. */
@FunctionalInterface
public interface F7<A, B, C, D, E, F, G, Z extends @Nullable Object> {

    Z apply(A a, B b, C c, D d, E e, F f, G g);
}
