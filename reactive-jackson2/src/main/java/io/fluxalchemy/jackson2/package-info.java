/**
 * JSON columns of classes by Jackson 2: nothing to call, being on the class path is enough. Start reading at
 * {@link io.fluxalchemy.jackson2.Jackson2Codec}.
 */
@NullMarked
package io.fluxalchemy.jackson2;

import org.jspecify.annotations.NullMarked;
