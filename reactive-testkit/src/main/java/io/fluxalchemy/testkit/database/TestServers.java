package io.fluxalchemy.testkit.database;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The servers of this JVM: one of each kind, started when first asked for, from the first source that has one. */
final class TestServers {

    private static final Logger LOG = LoggerFactory.getLogger(TestDatabase.class);
    private static final Map<DatabaseKind, TestServer> RUNNING = new EnumMap<>(DatabaseKind.class);
    private static final Map<DatabaseKind, RuntimeException> FAILED = new EnumMap<>(DatabaseKind.class);

    private TestServers() {}

    static synchronized TestServer of(DatabaseKind kind) {
        RuntimeException failed = FAILED.get(kind);
        if (failed != null) {
            throw failed;
        }
        try {
            return RUNNING.computeIfAbsent(kind, k -> start(k, System.getenv()));
        } catch (RuntimeException e) {
            // what did not start once takes as long to fail again, for every class of tests
            FAILED.put(kind, e);
            throw e;
        }
    }

    static TestServer start(DatabaseKind kind, Map<String, String> environment) {
        String named = environment.get(kind.urlVariable());
        if (named != null && !named.isBlank()) {
            LOG.info("{}: the server named in {}", kind, kind.urlVariable());
            return new SqlServer(kind, named.trim(), true);
        }
        if (kind == DatabaseKind.H2) {
            return new H2Memory();
        }
        Optional<String> container = ContainerSource.start(kind);
        if (container.isPresent()) {
            LOG.info("{}: a container", kind);
            return new SqlServer(kind, container.get(), false);
        }
        String embedded = kind == DatabaseKind.POSTGRESQL ? EmbeddedPostgresql.adminUrl() : EmbeddedMariadb.adminUrl();
        LOG.info("{}: embedded", kind);
        return new SqlServer(kind, embedded, false);
    }
}
