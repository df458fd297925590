/**
 * The exception family, by cause. Everything this library raises extends {@link io.fluxalchemy.error.FluxAlchemyException};
 * what a database reported is a {@link io.fluxalchemy.error.DatabaseException}. Start reading there.
 */
@NullMarked
package io.fluxalchemy.error;

import org.jspecify.annotations.NullMarked;
