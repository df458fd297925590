package io.fluxalchemy.testkit.database;

/** No test database could be had; the message names the reason and the environment variable that helps. */
public final class TestDatabaseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TestDatabaseException(String message, Throwable cause) {
        super(message, cause);
    }

    TestDatabaseException(String message) {
        super(message);
    }
}
