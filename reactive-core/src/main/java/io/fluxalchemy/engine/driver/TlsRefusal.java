package io.fluxalchemy.engine.driver;

import javax.net.ssl.SSLException;

/** Finds out whether a failed attempt to connect failed for want of TLS. */
final class TlsRefusal {

    /** Causes looked through; a chain that is longer is a circle. */
    private static final int DEEPEST = 16;

    private TlsRefusal() {}

    static boolean isBehind(Throwable error) {
        Throwable cause = error;
        for (int i = 0; cause != null && i < DEEPEST; i++) {
            if (cause instanceof SSLException) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }
}
