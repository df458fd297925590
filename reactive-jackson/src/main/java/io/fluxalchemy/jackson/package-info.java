/**
 * JSON columns of classes by Jackson 3: nothing to call, being on the class path is enough. Start reading at
 * {@link io.fluxalchemy.jackson.JacksonCodec}.
 */
@NullMarked
package io.fluxalchemy.jackson;

import org.jspecify.annotations.NullMarked;
