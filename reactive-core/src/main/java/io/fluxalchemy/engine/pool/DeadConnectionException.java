package io.fluxalchemy.engine.pool;

import io.r2dbc.spi.R2dbcNonTransientResourceException;
import org.jspecify.annotations.Nullable;

/** A pooled connection that gave no sign of life; the acquire that met it takes another. */
final class DeadConnectionException extends R2dbcNonTransientResourceException {

    private static final long serialVersionUID = 1L;

    DeadConnectionException(String reason, @Nullable Throwable cause) {
        super(reason, cause);
    }
}
