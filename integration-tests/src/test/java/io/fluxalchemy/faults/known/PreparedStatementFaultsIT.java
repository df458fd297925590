package io.fluxalchemy.faults.known;

import static io.fluxalchemy.sql.Sql.select;
import static io.fluxalchemy.sql.Sql.sql;
import static org.assertj.core.api.Assertions.assertThat;

import io.fluxalchemy.engine.AsyncEngine;
import io.fluxalchemy.error.DatabaseException;
import io.fluxalchemy.error.ErrorKind;
import io.fluxalchemy.schema.Table;
import io.fluxalchemy.sql.NumericColumn;
import io.fluxalchemy.sql.SqlText;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.spi.Connection;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** Group E of the known faults: prepared statements and schema change. */
class PreparedStatementFaultsIT extends Scene {

    private static final SqlText.Typed<String> ALL = sql("select * from t where id > :low")
            .bind("low", 0)
            .map(row -> String.valueOf(row.get("v", Object.class)));

    private static final Ts TS = new Ts(Table.Name.of("t"));

    @Test
    void E1_aStatementPreparedBeforeATableChangedRunsAgainOutsideATransaction() {
        AsyncEngine engine = engine(1);
        run(engine.execute(sql("insert into t values (1, 7)")));
        for (int i = 0; i < 7; i++) {
            assertThat(engine.one(ALL).block(SOON)).isEqualTo("7");
        }
        run(witness.execute(sql("alter table t add column w text default 'new', alter column v type bigint")));
        for (int i = 0; i < 3; i++) {
            assertThat(engine.one(ALL)
                            .onErrorResume(DatabaseException.class, stale -> {
                                assertThat(stale.kind()).isEqualTo(ErrorKind.STALE_PLAN);
                                return engine.one(ALL);
                            })
                            .block(SOON))
                    .isEqualTo("7");
        }
        isQuiet(engine);
    }

    @Test
    void E1_insideATransactionTheCallerLearnsTheTrueCauseAndTheNextOneRuns() {
        AsyncEngine engine = engine(1);
        run(engine.execute(sql("insert into t values (1, 7)")));
        for (int i = 0; i < 7; i++) {
            assertThat(engine.transaction(c -> c.one(ALL)).block(SOON)).isEqualTo("7");
        }
        Integer before = pid(engine).block(SOON);
        run(witness.execute(sql("alter table t add column w text default 'new'")));
        StepVerifier.create(engine.transaction(c -> c.one(ALL)))
                .expectErrorSatisfies(
                        e -> assertThat(((DatabaseException) e).kind()).isEqualTo(ErrorKind.STALE_PLAN))
                .verify(SOON);
        assertThat(engine.transaction(c -> c.one(ALL)).block(SOON)).isEqualTo("7");
        assertThat(pid(engine).block(SOON)).isNotEqualTo(before);
        isQuiet(engine);
    }

    /** The driver thinks it is prepared still: DEALLOCATE stands for a proxy or a failover, which do that unasked. */
    @Test
    void E2_aStatementTheServerForgotRunsAgainOutsideATransactionAndFailsByNameInsideOne() {
        AsyncEngine engine = engine(1);
        run(engine.execute(sql("insert into t values (1, 7)")));
        for (int i = 0; i < 7; i++) {
            assertThat(engine.one(ALL).block(SOON)).isEqualTo("7");
        }
        Integer before = pid(engine).block(SOON);
        run(engine.execute(sql("deallocate all")));
        assertThat(engine.one(ALL).block(SOON)).isEqualTo("7");
        run(engine.execute(sql("deallocate all")));
        assertThat(pid(engine).block(SOON)).isEqualTo(before);
        StepVerifier.create(engine.transaction(c -> c.one(ALL)))
                .expectErrorSatisfies(
                        e -> assertThat(((DatabaseException) e).kind()).isEqualTo(ErrorKind.STALE_PLAN))
                .verify(SOON);
        assertThat(engine.transaction(c -> c.one(ALL)).block(SOON)).isEqualTo("7");
        assertThat(pid(engine).block(SOON)).isNotEqualTo(before);
        isQuiet(engine);
    }

    @Test
    void E3_aColumnOfAnotherTypeIsBoundAnew() {
        AsyncEngine engine = engine(1);
        SqlText.Typed<Integer> number =
                sql("select id from t where id = :id").bind("id", 1).map(row -> row.get("id", Integer.class));
        run(engine.execute(sql("insert into t values (1, 7)")));
        for (int i = 0; i < 7; i++) {
            assertThat(engine.one(number).block(SOON)).isOne();
        }
        run(witness.execute(sql("drop table t")));
        run(witness.execute(sql("create table t (id text primary key, v int)")));
        run(witness.execute(sql("insert into t values ('1', 8)")));
        SqlText.Typed<String> text =
                sql("select id from t where id = :id").bind("id", "1").map(row -> row.get("id", String.class));
        assertThat(engine.one(text)
                        .onErrorResume(DatabaseException.class, stale -> engine.one(text))
                        .block(SOON))
                .isEqualTo("1");
        isQuiet(engine);
    }

    @Test
    void E4_listsOfEveryLengthKeepTheServersStatementsFew() {
        AsyncEngine engine = engine(1);
        run(Flux.range(1, 1_000)
                .concatMap(n -> engine.all(select(TS.id)
                        .from(TS)
                        .where(TS.id.in(IntStream.range(0, n).boxed().toList()))))
                .then());
        assertThat(prepared(engine)).isLessThanOrEqualTo(256);
        assertThat(number(engine, "select (sum(total_bytes) / 1024 / 1024)::int as n from pg_backend_memory_contexts"))
                .isLessThan(50);
    }

    @Test
    void E4_statementsOfEveryTextAreBounded() {
        AsyncEngine engine = engine(1);
        run(Flux.range(1, 600)
                .concatMap(n -> engine.all(
                        sql("select " + n + " as x where :a = 1").bind("a", 1).rows()))
                .then());
        assertThat(prepared(engine)).isBetween(100, 256);
    }

    @Test
    void E4_onAPlainConnectionTheyAreNot() {
        ConnectionPool pool = plainPool(1);
        String count = Mono.usingWhen(
                        pool.create(),
                        c -> Flux.range(1, 600)
                                .concatMap(n -> Flux.from(c.createStatement("select " + n + " as x where $1 = 1")
                                                .bind("$1", 1)
                                                .execute())
                                        .concatMap(r -> r.map((row, m) -> 1)))
                                .then(plain(c, "select count(*) from pg_prepared_statements")),
                        Connection::close)
                .block(SOON);
        assertThat(Integer.parseInt(count)).isGreaterThan(500);
    }

    private static int prepared(AsyncEngine engine) {
        return number(engine, "select count(*)::int as n from pg_prepared_statements");
    }

    static final class Ts extends Table<Ts> {

        final NumericColumn<Integer> id = integer("id", primaryKey());

        private Ts(Name name) {
            super(name, Ts::new);
        }
    }
}
