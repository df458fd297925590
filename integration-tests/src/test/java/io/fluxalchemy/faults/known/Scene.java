package io.fluxalchemy.faults.known;

import static io.fluxalchemy.sql.Sql.sql;
import static org.assertj.core.api.Assertions.assertThat;

import io.fluxalchemy.engine.AsyncEngine;
import io.fluxalchemy.engine.AsyncEngineBuilder;
import io.fluxalchemy.engine.SqlExecutor;
import io.fluxalchemy.testkit.database.TestDatabase;
import io.fluxalchemy.testkit.faults.QuietCheck;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** What the tests of known faults share: a witness on another pool, engines that are closed, and plain pools to compare with. */
abstract class Scene {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.postgresql();

    static final Duration SOON = Duration.ofSeconds(60);
    private static final String NAME = "known_faults";

    private final Deque<Mono<Void>> closing = new ArrayDeque<>();
    AsyncEngine witness;

    @BeforeEach
    void openWitness() {
        witness = AsyncEngine.builder().url(DATABASE.url()).maxSize(2).build();
        closing.push(witness.close());
        run(witness.execute(sql("drop table if exists t")));
        run(witness.execute(sql("create table t (id int primary key, v int default 0)")));
    }

    @AfterEach
    void closeAll() {
        closing.forEach(Scene::run);
    }

    /** The URL of an application by itself, which {@link #sessions()} and {@link #isQuiet} know. */
    static String url() {
        return DATABASE.url() + "?applicationName=" + NAME;
    }

    AsyncEngineBuilder builder(int size) {
        return AsyncEngine.builder().url(url()).maxSize(size);
    }

    AsyncEngine engine(int size) {
        return closedAfterwards(builder(size).build());
    }

    AsyncEngine over(ConnectionFactory factory, int size) {
        return closedAfterwards(AsyncEngine.builder()
                .connectionFactory(factory)
                .maxSize(size)
                .acquireTimeout(Duration.ofSeconds(5))
                .build());
    }

    AsyncEngine closedAfterwards(AsyncEngine engine) {
        closing.push(engine.close(Duration.ofSeconds(2)));
        return engine;
    }

    ConnectionPool plainPool(int size) {
        ConnectionPool pool =
                new ConnectionPool(ConnectionPoolConfiguration.builder(ConnectionFactories.get(DATABASE.url()))
                        .initialSize(0)
                        .maxSize(size)
                        .build());
        closing.push(pool.disposeLater());
        return pool;
    }

    void isQuiet(AsyncEngine engine) {
        QuietCheck.of(engine, witness, NAME).verify(Duration.ofSeconds(10));
    }

    /** Sessions of {@link #url()} on the server. */
    int sessions() {
        return number(
                witness, "select count(*)::int as n from pg_stat_activity where application_name = '" + NAME + "'");
    }

    /** Blocks until a statement with this comment runs on the server. */
    void awaitRunning(String comment) {
        run(witness.one(sql("select count(*)::int as n from pg_stat_activity where state = 'active' and pid <>"
                                + " pg_backend_pid() and query like :text")
                        .bind("text", "%" + comment + "%")
                        .rows())
                .filter(row -> row.get("n", Integer.class) > 0)
                .repeatWhenEmpty(n -> n.delayElements(Duration.ofMillis(10))));
    }

    /** Blocks until no statement with this comment runs on the server. */
    void awaitGone(String comment) {
        run(witness.one(sql("select count(*)::int as n from pg_stat_activity where state = 'active' and pid <>"
                                + " pg_backend_pid() and query like :text")
                        .bind("text", "%" + comment + "%")
                        .rows())
                .filter(row -> row.get("n", Integer.class) == 0)
                .repeatWhenEmpty(n -> n.delayElements(Duration.ofMillis(10))));
    }

    static Mono<Integer> pid(SqlExecutor executor) {
        return executor.one(sql("select pg_backend_pid() as n").map(row -> row.get("n", Integer.class)));
    }

    static int number(SqlExecutor executor, String text) {
        Integer found =
                executor.one(sql(text).map(row -> row.get("n", Integer.class))).block(SOON);
        return found == null ? -1 : found;
    }

    /** The first value of a statement on a plain connection. */
    static Mono<String> plain(Connection connection, String sql) {
        return Flux.defer(() -> connection.createStatement(sql).execute())
                .concatMap(result -> result.map((row, metadata) -> String.valueOf(row.get(0))))
                .takeLast(1)
                .next();
    }

    static Mono<Void> plainRun(Connection connection, String sql) {
        return Flux.defer(() -> connection.createStatement(sql).execute())
                .concatMap(result -> result.getRowsUpdated())
                .then();
    }

    /** Blocks until something is so. */
    static void await(BooleanSupplier condition) {
        long start = System.nanoTime();
        while (!condition.getAsBoolean()) {
            assertThat(since(start)).isLessThan(SOON);
            LockSupport.parkNanos(5_000_000);
        }
    }

    static Duration since(long nanoTime) {
        return Duration.ofNanos(System.nanoTime() - nanoTime);
    }

    static void run(Mono<?> mono) {
        StepVerifier.create(mono.then()).expectComplete().verify(SOON);
    }
}
