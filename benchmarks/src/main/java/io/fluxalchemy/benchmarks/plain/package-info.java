/** Objects without relations managed by anybody: what hand-written code, jOOQ and Spring Data fill. */
@NullMarked
package io.fluxalchemy.benchmarks.plain;

import org.jspecify.annotations.NullMarked;
