package io.fluxalchemy.testkit.database;

/** A database that tests can run on. */
public enum DatabaseKind {
    /** PostgreSQL: real server, embedded or not. */
    POSTGRESQL("PostgreSQL", "FLUXALCHEMY_POSTGRESQL_URL"),
    /** H2 in memory, in the JVM of the test. */
    H2("H2", "FLUXALCHEMY_H2_URL"),
    /** MariaDB: real server, embedded or not. */
    MARIADB("MariaDB", "FLUXALCHEMY_MARIADB_URL");

    private final String displayName;
    private final String urlVariable;

    DatabaseKind(String displayName, String urlVariable) {
        this.displayName = displayName;
        this.urlVariable = urlVariable;
    }

    /**
     * The name people use.
     *
     * @return for example {@code PostgreSQL}
     */
    public String displayName() {
        return displayName;
    }

    /**
     * The environment variable that names a server of this kind by an R2DBC URL whose user may create databases.
     *
     * @return for example {@code FLUXALCHEMY_POSTGRESQL_URL}
     */
    public String urlVariable() {
        return urlVariable;
    }

    @Override
    public String toString() {
        return displayName;
    }
}
