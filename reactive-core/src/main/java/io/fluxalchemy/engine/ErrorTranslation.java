package io.fluxalchemy.engine;

import io.fluxalchemy.dialect.Dialect;
import io.fluxalchemy.engine.driver.DriverAdapter;
import io.fluxalchemy.error.ConnectTimeoutException;
import io.fluxalchemy.error.DatabaseException;
import io.fluxalchemy.error.ErrorKind;
import io.fluxalchemy.error.FluxAlchemyException;
import io.fluxalchemy.error.ServerReport;
import io.r2dbc.spi.R2dbcException;
import io.r2dbc.spi.R2dbcNonTransientResourceException;
import io.r2dbc.spi.R2dbcTimeoutException;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** A driver's exception in, ours by cause out. Decides by SQLSTATE and vendor code; the driver's class tells too little. */
final class ErrorTranslation {

    private final Dialect dialect;
    private final DriverAdapter adapter;
    private final boolean serverDetail;

    /** @param serverDetail whether the driver's error is kept where its text may quote values */
    ErrorTranslation(Dialect dialect, DriverAdapter adapter, boolean serverDetail) {
        this.dialect = dialect;
        this.adapter = adapter;
        this.serverDetail = serverDetail;
    }

    /** The error as ours; errors that are not a driver's stay as they are. */
    Throwable translate(Throwable error, @Nullable String sql) {
        if (error instanceof FluxAlchemyException) {
            return error;
        }
        if (error instanceof R2dbcException driver) {
            ErrorKind kind = kind(driver);
            Throwable cause =
                    kind.mayQuoteValues() ? new ServerReport(adapter.placeOf(driver), driver, serverDetail) : driver;
            return DatabaseException.of(kind, driver.getSqlState(), driver.getErrorCode(), sql, cause);
        }
        return comesFromTheLink(error) ? DatabaseException.of(ErrorKind.CONNECTION_LOST, null, 0, sql, error) : error;
    }

    /** A driver's network library has exceptions of its own; what they are about is among their causes. */
    private static boolean comesFromTheLink(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException) {
                return true;
            }
        }
        return false;
    }

    /** As {@link #translate}, for an attempt to open a connection, which may also run out of time. */
    Throwable translateConnect(Throwable error) {
        if (adapter.isTlsRefusal(error)) {
            return DatabaseException.of(ErrorKind.TLS_REFUSED, null, 0, null, error);
        }
        return error instanceof TimeoutException || error instanceof R2dbcTimeoutException
                ? new ConnectTimeoutException(null, error)
                : translate(error, null);
    }

    /** Whether the server itself has said how the statement ended, so that nothing is left unknown. */
    boolean isDefinite(Throwable translated) {
        return translated instanceof DatabaseException database
                && database.kind() != ErrorKind.CONNECTION_LOST
                && database.sqlState() != null
                && !database.sqlState().isEmpty();
    }

    private ErrorKind kind(R2dbcException driver) {
        ErrorKind kind = dialect.errorKind(driver.getSqlState(), driver.getErrorCode(), driver.getMessage());
        boolean hasState = driver.getSqlState() != null && !driver.getSqlState().isEmpty();
        if (kind != ErrorKind.OTHER || hasState) {
            return kind;
        }
        if (driver instanceof R2dbcTimeoutException) {
            return ErrorKind.STATEMENT_TIMEOUT;
        }
        return driver instanceof R2dbcNonTransientResourceException ? ErrorKind.CONNECTION_LOST : kind;
    }
}
