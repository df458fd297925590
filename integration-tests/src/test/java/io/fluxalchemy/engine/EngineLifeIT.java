package io.fluxalchemy.engine;

import static io.fluxalchemy.sql.Sql.sql;
import static org.assertj.core.api.Assertions.assertThat;

import io.fluxalchemy.error.EngineClosedException;
import io.fluxalchemy.sql.SqlText;
import io.fluxalchemy.testkit.database.TestDatabase;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactoryProvider;
import io.r2dbc.spi.ConnectionFactories;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.resources.LoopResources;
import reactor.test.StepVerifier;

/** An engine's life: shutdown under load, a pool that is not ours, connections spread over event loops. */
class EngineLifeIT {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.postgresql();

    private static final Duration SOON = Duration.ofSeconds(60);
    private static AsyncEngine observer;

    @BeforeAll
    static void open() {
        observer = AsyncEngine.builder().url(DATABASE.url()).maxSize(1).build();
        verify(observer.execute(sql("create table life (id int primary key)")));
    }

    @AfterAll
    static void close() {
        verify(observer.close());
    }

    @Test
    void closeStopsWhatStillRunsWhenTheGraceIsOverAndLeavesNoSession() {
        AsyncEngine engine =
                AsyncEngine.builder().url(DATABASE.url()).maxSize(4).build();
        Disposable running = Flux.range(0, 4)
                .flatMap(i -> engine.transaction(c -> c.one(
                                sql("select pg_sleep(30)::text as closing").rows()))
                        .onErrorComplete())
                .subscribe();
        verify(sessions("closing").filter(n -> n == 4).repeatWhenEmpty(n -> n.delayElements(Duration.ofMillis(50))));

        long start = System.nanoTime();
        verify(engine.close(Duration.ofMillis(200)));

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(15));
        verify(sessions("closing").filter(n -> n == 0).repeatWhenEmpty(n -> n.delayElements(Duration.ofMillis(50))));
        StepVerifier.create(engine.one(sql("select 1 as one").rows()))
                .expectError(EngineClosedException.class)
                .verify(SOON);
        running.dispose();
    }

    @Test
    void aPoolOfSomebodyElseIsUsedAsItIs() {
        ConnectionPool pool =
                new ConnectionPool(ConnectionPoolConfiguration.builder(ConnectionFactories.get(DATABASE.url()))
                        .initialSize(0)
                        .maxSize(2)
                        .build());
        AsyncEngine engine = AsyncEngine.of(pool);
        assertThat(engine.pool().maxSize()).isEqualTo(2);

        verify(engine.transaction(c -> c.execute(insert(1))));
        StepVerifier.create(engine.transaction(c -> c.execute(insert(1))))
                .expectError()
                .verify(SOON);
        verify(engine.transaction(
                        c -> c.one(sql("select pg_sleep(30)::text as s").rows()))
                .timeout(Duration.ofMillis(100), Mono.empty())
                .then(engine.pendingCleanup()));
        StepVerifier.create(engine.transaction(c -> c.one(
                                sql("select pg_backend_pid() as pid").rows())
                        .flatMap(row -> observer.one(sql("select pg_terminate_backend(:pid) as b")
                                .bind("pid", row.get("pid", Integer.class))
                                .rows()))
                        .delayElement(Duration.ofMillis(100))
                        .then(c.execute(insert(2)))))
                .expectError()
                .verify(SOON);
        verify(engine.transaction(c -> c.execute(insert(3))));
        assertThat(engine.pool().acquired()).isZero();

        verify(engine.close());
        assertThat(pool.isDisposed()).isFalse();
        verify(pool.disposeLater());
    }

    @Test
    void connectionsSpreadOverEventLoops() {
        AsyncEngine engine =
                AsyncEngine.builder().url(DATABASE.url()).maxSize(6).build();
        Set<String> threads = ConcurrentHashMap.newKeySet();
        verify(Flux.range(0, 6)
                .flatMap(i -> engine.one(sql("select pg_sleep(0.2)::text as s").rows())
                        .doOnNext(row -> threads.add(Thread.currentThread().getName())))
                .then());
        int expected = Math.min(6, Runtime.getRuntime().availableProcessors());
        assertThat(threads).hasSizeGreaterThanOrEqualTo(Math.min(2, expected));
        verify(engine.close());
    }

    @Test
    void anOptionThatAUrlHasNoWordsForReachesTheDriver() {
        LoopResources own = LoopResources.create("loops-of-the-user", 1, true);
        AsyncEngine engine = AsyncEngine.builder()
                .url(DATABASE.url())
                .driverOption(PostgresqlConnectionFactoryProvider.LOOP_RESOURCES, own)
                .build();
        StepVerifier.create(engine.one(sql("select 1 as one").rows())
                        .map(row -> Thread.currentThread().getName()))
                .assertNext(thread -> assertThat(thread).startsWith("loops-of-the-user"))
                .expectComplete()
                .verify(SOON);
        verify(engine.close());
        verify(own.disposeLater(Duration.ZERO, Duration.ofSeconds(5)));
    }

    private static Mono<Long> sessions(String marker) {
        return observer.one(
                sql("select count(*) as n from pg_stat_activity where state = 'active' and query like :marker")
                        .bind("marker", "%as " + marker + "%")
                        .map(row -> row.get("n", Long.class)));
    }

    private static SqlText insert(int id) {
        return sql("insert into life values (:id)").bind("id", id);
    }

    private static void verify(Mono<?> mono) {
        StepVerifier.create(mono.then()).expectComplete().verify(SOON);
    }
}
