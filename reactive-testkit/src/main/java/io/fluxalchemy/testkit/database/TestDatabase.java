package io.fluxalchemy.testkit.database;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A fresh, empty database for the tests of one class.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final TestDatabase DATABASE = TestDatabase.postgresql();
 *
 * AsyncEngine engine = AsyncEngine.create(DATABASE.url());
 * }</pre>
 *
 * <p>Nothing is started before {@link #url()} is called for the first time; that call blocks until the server answers, and
 * belongs into a test or its set-up, never on an event loop. As a JUnit extension the database is dropped after the last test
 * of its class; without one, call {@link #close()}. The server itself is shared by all test databases of the JVM and stops
 * with it. Safe for use by many threads.
 */
public final class TestDatabase implements AfterAllCallback, AutoCloseable {

    private final DatabaseKind kind;
    private @Nullable String url;

    private TestDatabase(DatabaseKind kind) {
        this.kind = kind;
    }

    /**
     * A database on PostgreSQL.
     *
     * @return a database that does not exist before its {@link #url()} is asked for
     */
    public static TestDatabase postgresql() {
        return of(DatabaseKind.POSTGRESQL);
    }

    /**
     * A database on H2, in memory.
     *
     * @return a database that does not exist before its {@link #url()} is asked for
     */
    public static TestDatabase h2() {
        return of(DatabaseKind.H2);
    }

    /**
     * A database on MariaDB.
     *
     * @return a database that does not exist before its {@link #url()} is asked for
     */
    public static TestDatabase mariadb() {
        return of(DatabaseKind.MARIADB);
    }

    /**
     * A database of the given kind.
     *
     * @param kind which database
     * @return a database that does not exist before its {@link #url()} is asked for
     */
    public static TestDatabase of(DatabaseKind kind) {
        return new TestDatabase(Objects.requireNonNull(kind, "kind"));
    }

    /**
     * Which database this is.
     *
     * @return the kind
     */
    public DatabaseKind kind() {
        return kind;
    }

    /**
     * The R2DBC URL of the database, which is created at the first call and the same until {@link #close()}.
     *
     * @return a URL with user and, where the server wants one, password
     * @throws TestDatabaseException when no server can be had; the message names the way out
     * @throws org.opentest4j.TestAbortedException when nobody publishes an embedded server for this operating system and
     *     nothing else was named: the test is reported as skipped, with the variable to set
     */
    public synchronized String url() {
        String created = url;
        if (created == null) {
            created = TestServers.of(kind).createDatabase();
            url = created;
        }
        return created;
    }

    /** Drops the database if it was created. A later {@link #url()} is another, empty one. */
    @Override
    public synchronized void close() {
        String created = url;
        url = null;
        if (created != null) {
            TestServers.of(kind).dropDatabase(created);
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        boolean nestedClass =
                context.getParent().flatMap(ExtensionContext::getTestClass).isPresent();
        if (!nestedClass) {
            close();
        }
    }

    @Override
    public String toString() {
        return kind.displayName();
    }
}
