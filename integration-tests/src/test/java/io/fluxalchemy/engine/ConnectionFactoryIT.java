package io.fluxalchemy.engine;

import static io.fluxalchemy.sql.Sql.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxalchemy.error.AcquireTimeoutException;
import io.fluxalchemy.error.EngineClosedException;
import io.fluxalchemy.error.SessionClosedException;
import io.fluxalchemy.testkit.database.TestDatabase;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Result;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** Connections lent to users of plain R2DBC keep the rule of release, whatever was done with them. */
class ConnectionFactoryIT {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.postgresql();

    private static final Duration SOON = Duration.ofSeconds(60);

    private AsyncEngine observer;
    private AsyncEngine engine;

    @BeforeEach
    void open() {
        observer = AsyncEngine.builder().url(DATABASE.url()).maxSize(1).build();
        engine = AsyncEngine.builder()
                .url(DATABASE.url())
                .maxSize(1)
                .acquireTimeout(Duration.ofSeconds(2))
                .build();
        verify(observer.execute(sql("drop table if exists borrowed")));
        verify(observer.execute(sql("create table borrowed (id int)")));
    }

    @AfterEach
    void close() {
        verify(engine.close(Duration.ofSeconds(1)).then(observer.close()));
    }

    @Test
    void aBorrowedConnectionGoesBackAndIsLentAgainAsNew() {
        Integer pid = borrow(c -> run(c, "set statement_timeout = 50; set search_path = pg_catalog")
                .then(pid(c)));
        assertThat(borrow(ConnectionFactoryIT::pid)).isEqualTo(pid);
        assertThat(borrowed("select current_setting('statement_timeout')")).isEqualTo("0");
        assertThat(engine.pool().acquired()).isZero();
    }

    @Test
    void aTransactionLeftOpenIsRolledBackHoweverItWasBegun() {
        for (String begin : List.of("begin", "start transaction")) {
            borrow(c -> run(c, begin)
                    .then(run(c, "insert into borrowed values (1)"))
                    .thenReturn(1));
        }
        borrow(c -> Mono.from(c.beginTransaction())
                .then(run(c, "insert into borrowed values (1)"))
                .thenReturn(1));
        borrow(c -> Mono.from(c.createSavepoint("s"))
                .then(run(c, "insert into borrowed values (1)"))
                .thenReturn(1));
        assertThat(borrowed("select count(*)::text from borrowed")).isEqualTo("0");
    }

    @Test
    void closingTwiceDoesNothingAndOtherUseAfterClosingIsRefused() {
        Connection connection = Mono.from(engine.connectionFactory().create()).block(SOON);
        verify(Mono.from(connection.close()));
        Connection next = Mono.from(engine.connectionFactory().create()).block(SOON);
        verify(Mono.from(connection.close()));
        assertThat(text(next, "select 'mine'").block(SOON)).isEqualTo("mine");
        assertThatThrownBy(() -> connection.createStatement("select 1")).isInstanceOf(SessionClosedException.class);
        StepVerifier.create(connection.beginTransaction())
                .expectError(SessionClosedException.class)
                .verify(SOON);
        verify(Mono.from(next.close()));
    }

    @Test
    void aConnectionClosedWhileItsStatementRunsIsStoppedAndNotLentBusy() {
        Connection connection = Mono.from(engine.connectionFactory().create()).block(SOON);
        run(connection, "select pg_sleep(30) as borrowed_sleep")
                .onErrorComplete()
                .subscribe()
                .dispose();
        verify(observer.one(sql("select count(*)::int as n from pg_stat_activity where state = 'active'"
                                + " and query like '%borrowed' || '_sleep%'")
                        .rows())
                .filter(row -> row.get("n", Integer.class) == 1)
                .repeatWhenEmpty(n -> n.delayElements(Duration.ofMillis(20))));

        long start = System.nanoTime();
        verify(Mono.from(connection.close()));
        assertThat(borrowed("select 'free'")).isEqualTo("free");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));
    }

    @Test
    void aConnectionThatWasDeliveredIsNotTakenBackByALateCancel() {
        Connection held = Flux.from(engine.connectionFactory().create()).next().block(SOON);
        StepVerifier.create(engine.connectionFactory().create())
                .expectErrorSatisfies(e -> assertThat(e)
                        .isInstanceOf(AcquireTimeoutException.class)
                        .hasMessageContaining("connectionFactory for "))
                .verify(SOON);
        verify(Mono.from(held.close()));
    }

    @Test
    void theEnginesEndStopsWhatBorrowersRun() {
        AsyncEngine ending =
                AsyncEngine.builder().url(DATABASE.url()).maxSize(1).build();
        Connection connection = Mono.from(ending.connectionFactory().create()).block(SOON);
        Integer pid = pid(connection).block(SOON);
        run(connection, "select pg_sleep(30)").onErrorComplete().subscribe();

        verify(ending.close(Duration.ofMillis(200)));
        verify(observer.one(sql("select count(*)::int as n from pg_stat_activity where pid = :pid")
                        .bind("pid", pid)
                        .rows())
                .filter(row -> row.get("n", Integer.class) == 0)
                .repeatWhenEmpty(n -> n.delayElements(Duration.ofMillis(20)))
                .timeout(Duration.ofSeconds(5)));
        StepVerifier.create(ending.connectionFactory().create())
                .expectError(EngineClosedException.class)
                .verify(SOON);
    }

    private String borrowed(String sql) {
        return borrow(c -> text(c, sql));
    }

    private <T> T borrow(Function<Connection, Mono<T>> work) {
        return Mono.usingWhen(engine.connectionFactory().create(), work, Connection::close)
                .block(SOON);
    }

    private static Mono<Integer> pid(Connection connection) {
        return text(connection, "select pg_backend_pid()::text").map(Integer::valueOf);
    }

    private static Mono<String> text(Connection connection, String sql) {
        return Flux.from(connection.createStatement(sql).execute())
                .concatMap(result -> result.map((row, metadata) -> row.get(0, String.class)))
                .next();
    }

    private static Mono<Void> run(Connection connection, String sql) {
        return Flux.defer(() -> connection.createStatement(sql).execute())
                .concatMap(Result::getRowsUpdated)
                .then();
    }

    private static void verify(Mono<?> mono) {
        StepVerifier.create(mono.then()).expectComplete().verify(SOON);
    }
}
