package io.fluxalchemy.sql;

import org.jspecify.annotations.Nullable;

/** Makes one value of 12: a constructor reference or a lambda. NULL in the result comes as null. */
@FunctionalInterface
public interface F12<A, B, C, D, E, F, G, H, I, J, K, L, Z extends @Nullable Object> {

    Z apply(A a, B b, C c, D d, E e, F f, G g, H h, I i, J j, K k, L l);
}
