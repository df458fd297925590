package io.fluxalchemy.testkit.database;

/** A running server on which databases are made and dropped. */
interface TestServer {

    /** Creates an empty database and returns its R2DBC URL. Blocks. */
    String createDatabase();

    /** Drops a database that {@link #createDatabase()} made. Blocks. */
    void dropDatabase(String url);
}
