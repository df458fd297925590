/**
 * The exception family, by cause. Everything this library raises extends {@link io.fluxalchemy.error.FluxAlchemyException}:
 * what a database reported is a {@link io.fluxalchemy.error.DatabaseException} with a subclass per
 * {@link io.fluxalchemy.error.ErrorKind}, what the engine refused is an {@link io.fluxalchemy.error.EngineException}.
 */
@NullMarked
package io.fluxalchemy.error;

import org.jspecify.annotations.NullMarked;
