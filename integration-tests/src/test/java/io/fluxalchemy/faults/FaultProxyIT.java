package io.fluxalchemy.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxalchemy.testkit.database.TestDatabase;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.R2dbcException;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** The proxy does to a plain driver what the tests of the engine rely on. */
class FaultProxyIT {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.postgresql();

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @BeforeEach
    void createTable() {
        run(DATABASE.url(), "drop table if exists t; create table t (a int)");
    }

    @Test
    void whatIsSentThroughArrives() throws IOException {
        try (FaultProxy proxy = FaultProxy.before(DATABASE.url())) {
            run(proxy.through(DATABASE.url()), "insert into t values (1)");
            assertThat(rows()).isOne();
            assertThat(proxy.cuts()).isZero();
        }
    }

    @Test
    void aLostAnswerToCommitIsAnErrorAndTheRowIsStored() throws IOException {
        try (FaultProxy proxy = FaultProxy.before(DATABASE.url())) {
            proxy.loseAnswersTo("COMMIT");
            Mono<Void> insert = Mono.usingWhen(
                    ConnectionFactories.get(proxy.through(DATABASE.url())).create(),
                    c -> Mono.from(c.beginTransaction())
                            .then(Mono.from(c.createStatement("insert into t values (1)")
                                            .execute())
                                    .flatMap(r -> Mono.from(r.getRowsUpdated())))
                            .then(Mono.from(c.commitTransaction())),
                    c -> Mono.from(c.close()).onErrorComplete());
            StepVerifier.create(insert).expectError(R2dbcException.class).verify(PATIENCE);
            assertThat(proxy.cuts()).isOne();
            assertThat(rows()).isOne();
        }
    }

    private static long rows() {
        Long count = Mono.usingWhen(
                        ConnectionFactories.get(DATABASE.url()).create(),
                        c -> Mono.from(c.createStatement("select count(*) from t")
                                        .execute())
                                .flatMap(r -> Mono.from(r.map((row, m) -> row.get(0, Long.class)))),
                        Connection::close)
                .block(PATIENCE);
        return count == null ? -1 : count;
    }

    private static void run(String url, String sql) {
        Flux.usingWhen(
                        ConnectionFactories.get(url).create(),
                        c -> Flux.from(c.createStatement(sql).execute()).concatMap(r -> r.getRowsUpdated()),
                        Connection::close)
                .then()
                .block(PATIENCE);
    }
}
