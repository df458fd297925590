package io.fluxalchemy.faults.known;

import static io.fluxalchemy.sql.Sql.sql;
import static org.assertj.core.api.Assertions.assertThat;

import io.fluxalchemy.engine.AsyncEngine;
import io.fluxalchemy.testkit.database.DatabaseKind;
import io.fluxalchemy.testkit.database.TestDatabase;
import io.r2dbc.spi.Clob;
import io.r2dbc.spi.Connection;
import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** Row G8 of the known faults: large objects, on databases that have them and on those whose text and bytes are as large. */
class LargeObjectFaultsIT extends Scene {

    private static final int LENGTH = 300_000;

    private enum Kind {
        H2("clob", "blob", DatabaseKind.H2),
        MARIADB("longtext", "longblob", DatabaseKind.MARIADB),
        POSTGRESQL("text", "bytea", DatabaseKind.POSTGRESQL);

        private final String text;
        private final String bytes;
        private final DatabaseKind database;

        Kind(String text, String bytes, DatabaseKind database) {
            this.text = text;
            this.bytes = bytes;
            this.database = database;
        }
    }

    @ParameterizedTest
    @EnumSource
    void G8_largeObjectsReadSkippedOrLeftHalfWayAreWholeAndHoldNoConnection(Kind kind) {
        String text = "äb".repeat(LENGTH / 2);
        byte[] bytes = new byte[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            bytes[i] = (byte) i;
        }
        try (TestDatabase database = TestDatabase.of(kind.database)) {
            AsyncEngine engine =
                    AsyncEngine.builder().url(database.url()).maxSize(1).build();
            run(engine.execute(sql("create table lob (id int, t " + kind.text + ", b " + kind.bytes + ")")));
            for (int id = 1; id <= 20; id++) {
                run(engine.execute(sql("insert into lob (id, t, b) values (:id, :t, :b)")
                        .bind("id", id)
                        .bind("t", text)
                        .bind("b", bytes)));
            }
            String all = "select id, t, b from lob order by id";

            assertThat(engine.all(sql(all).map(row -> row.get("t", String.class)))
                            .block(SOON))
                    .hasSize(20)
                    .containsOnly(text);
            assertThat(engine.all(sql(all).map(row -> row.get("b", byte[].class)))
                            .block(SOON))
                    .hasSize(20)
                    .allMatch(read -> ByteBuffer.wrap(read).equals(ByteBuffer.wrap(bytes)));

            assertThat(engine.all(sql(all).map(row -> row.get("id", Integer.class)))
                            .block(SOON))
                    .as("rows whose objects nobody reads")
                    .hasSize(20);
            for (int i = 0; i < 5; i++) {
                StepVerifier.create(engine.stream(sql(all).map(row -> row.get("t", String.class))), 1)
                        .expectNext(text)
                        .thenCancel()
                        .verify(SOON);
                StepVerifier.create(engine.transactionMany(c -> c.stream(
                                        sql(all).map(row -> row.get("b", byte[].class)))
                                .take(1)))
                        .expectNextCount(1)
                        .expectComplete()
                        .verify(SOON);
            }
            run(engine.pendingCleanup());
            assertThat(engine.one(sql("select count(*) as n from lob").map(row -> row.get("n", Long.class)))
                            .block(SOON))
                    .isEqualTo(20);
            assertThat(engine.pool().acquired()).isZero();
            run(engine.close());
        }
    }

    /** Through the factory of connections a driver's own object is read in part, then given up. */
    @ParameterizedTest
    @EnumSource(names = {"H2", "POSTGRESQL"})
    void G8_anObjectReadInPartOnABorrowedConnectionIsDiscarded(Kind kind) {
        try (TestDatabase database = TestDatabase.of(kind.database)) {
            AsyncEngine engine =
                    AsyncEngine.builder().url(database.url()).maxSize(1).build();
            run(engine.execute(sql("create table lob (t " + kind.text + ")")));
            run(engine.execute(sql("insert into lob (t) values (:t)").bind("t", "x".repeat(LENGTH))));
            for (int i = 0; i < 5; i++) {
                List<String> parts = Flux.usingWhen(
                                engine.connectionFactory().create(),
                                c -> Flux.from(c.createStatement("select t from lob")
                                                .execute())
                                        .concatMap(result -> result.map((row, metadata) -> row.get(0, Clob.class)))
                                        .concatMap(clob -> Flux.from(clob.stream())
                                                .take(1)
                                                .map(CharSequence::toString)
                                                .concatWith(Mono.from(clob.discard())
                                                        .then(Mono.empty()))),
                                Connection::close)
                        .collectList()
                        .block(SOON);
                assertThat(parts).hasSize(1);
            }
            run(engine.pendingCleanup());
            assertThat(engine.pool().acquired()).isZero();
            assertThat(engine.one(sql("select count(*) as n from lob").map(row -> row.get("n", Long.class)))
                            .block(SOON))
                    .isOne();
            run(engine.close());
        }
    }
}
