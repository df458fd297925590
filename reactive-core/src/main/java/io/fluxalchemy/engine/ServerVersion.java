package io.fluxalchemy.engine;

import java.util.Optional;

/** Reads the major version out of what a driver says of its server, such as {@code 15.18 (Debian 15.18-0+deb12u1)}. */
final class ServerVersion {

    /** Longer runs of digits are no version. */
    private static final int MOST_DIGITS = 4;

    private ServerVersion() {}

    /** The major version; empty where the driver does not tell, and the dialect's newest is assumed. */
    static Optional<Integer> major(String version) {
        int digits = 0;
        while (digits < version.length() && Character.isDigit(version.charAt(digits))) {
            digits++;
        }
        return digits == 0 || digits > MOST_DIGITS
                ? Optional.empty()
                : Optional.of(Integer.valueOf(version.substring(0, digits)));
    }
}
