/**
 * What users write on entities beside {@code jakarta.persistence}. Read by the annotation processor at compile time and by nobody
 * at run time. Start reading at {@link io.fluxalchemy.mapping.annotation.Json}.
 */
@NullMarked
package io.fluxalchemy.mapping.annotation;

import org.jspecify.annotations.NullMarked;
