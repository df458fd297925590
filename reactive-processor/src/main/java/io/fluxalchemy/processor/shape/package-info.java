/**
 * What the processor has understood of a class, as values: the outcome of reading and all that writing needs. A shape has been
 * checked; nothing in here asks the compiler again. Start reading at {@link io.fluxalchemy.processor.shape.EntityShape}.
 */
@NullMarked
package io.fluxalchemy.processor.shape;

import org.jspecify.annotations.NullMarked;
