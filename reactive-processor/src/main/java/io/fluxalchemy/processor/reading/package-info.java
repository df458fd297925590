/**
 * From the compiler's elements to shapes. Every rule about what may be mapped lives here, and every refusal is reported through
 * {@link io.fluxalchemy.processor.reading.Problems}. Start reading at {@link io.fluxalchemy.processor.reading.EntityReader}.
 */
@NullMarked
package io.fluxalchemy.processor.reading;

import org.jspecify.annotations.NullMarked;
