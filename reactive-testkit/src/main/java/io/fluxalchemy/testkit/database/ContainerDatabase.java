package io.fluxalchemy.testkit.database;

import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.Result;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.opentest4j.TestAbortedException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A fresh, empty database on a server that no JVM can start: SQL Server, Oracle. The server is the one that an environment variable names,
 * else a container of Testcontainers; where there is neither, tests are reported as skipped, with the variable to set.
 *
 * <p>Nothing is started before {@link #url()} is called for the first time; that call blocks until the server answers, and belongs
 * into a test or its set-up. As a JUnit extension the database is dropped after the last test of its class; without one, call
 * {@link #close()}. Safe for use by many threads.
 */
public final class ContainerDatabase implements AfterAllCallback, AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Map<ContainerKind, String> SERVERS = new EnumMap<>(ContainerKind.class);
    private static final DatabaseNames NAMES = new DatabaseNames();

    private final ContainerKind kind;
    private final Map<String, String> environment;
    private @Nullable String name;

    ContainerDatabase(ContainerKind kind, Map<String, String> environment) {
        this.kind = kind;
        this.environment = environment;
    }

    /**
     * A database on SQL Server: the server of {@code FLUXALCHEMY_SQLSERVER_URL}, whose user may create databases, else a container.
     *
     * @return a database that does not exist before its {@link #url()} is asked for
     */
    public static ContainerDatabase sqlServer() {
        return new ContainerDatabase(ContainerKind.SQL_SERVER, System.getenv());
    }

    /**
     * A user on Oracle, who owns nothing yet: on the server of {@code FLUXALCHEMY_ORACLE_URL}, whose user may create users, else in a
     * container.
     *
     * @return a database that does not exist before its {@link #url()} is asked for
     */
    public static ContainerDatabase oracle() {
        return new ContainerDatabase(ContainerKind.ORACLE, System.getenv());
    }

    /**
     * The R2DBC URL of the database, which is created at the first call and the same until {@link #close()}.
     *
     * @return a URL with user and password
     * @throws TestAbortedException when neither a server is named nor a Docker engine answers: the test is reported as skipped
     */
    public synchronized String url() {
        String server = server();
        String created = name;
        if (created == null) {
            created = NAMES.next();
            kind.create(created).forEach(sql -> run(server, sql));
            name = created;
        }
        return kind.url(server, created);
    }

    /** Drops the database if it was created. A later {@link #url()} is another, empty one. */
    @Override
    public synchronized void close() {
        String created = name;
        name = null;
        if (created != null) {
            run(server(), kind.drop(created));
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
        return kind.toString();
    }

    private String server() {
        String named = environment.get(kind.urlVariable());
        if (named != null && !named.isBlank()) {
            return named.trim();
        }
        synchronized (SERVERS) {
            return SERVERS.computeIfAbsent(
                    kind,
                    each -> ContainerSource.start(each)
                            .orElseThrow(() -> new TestAbortedException("No " + each
                                    + " to test on: no Docker engine answers. Start one, with the Testcontainers module of "
                                    + each + " on the class path, or name a server by its R2DBC URL in "
                                    + each.urlVariable())));
        }
    }

    private static void run(String url, String sql) {
        Flux.usingWhen(
                        ConnectionFactories.get(url).create(),
                        c -> Flux.from(c.createStatement(sql).execute()).concatMap(Result::getRowsUpdated),
                        c -> Mono.from(c.close()))
                .then()
                .block(PATIENCE);
    }
}
