package io.fluxalchemy.statements;

import static io.fluxalchemy.sql.Sql.sql;
import static org.assertj.core.api.Assertions.assertThat;

import io.fluxalchemy.engine.AsyncEngine;
import io.fluxalchemy.sql.SqlRow;
import io.fluxalchemy.testkit.database.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** A procedure is called by text; what it gives back is rows. */
class ProcedureIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static <T> T with(TestDatabase database, Function<AsyncEngine, Mono<T>> work) {
        try (TestDatabase closed = database) {
            AsyncEngine engine = AsyncEngine.create(closed.url());
            try {
                return work.apply(engine).block(PATIENCE);
            } finally {
                engine.close().block(PATIENCE);
            }
        }
    }

    @Test
    void outParametersOfPostgresqlAreOneRow() {
        Map<String, Object> row = with(
                TestDatabase.postgresql(),
                engine -> engine.execute(sql("""
                                        create procedure twice(x integer, inout doubled integer, inout said text)
                                        language plpgsql as $$ begin doubled := x * 2; said := 'x' || x; end $$"""))
                        .then(engine.transaction(c -> c.one(
                                sql("call twice(:x, null, null)").bind("x", 21).map(SqlRow::asMap)))));
        assertThat(row).isEqualTo(Map.of("doubled", 42, "said", "x21"));
    }

    @Test
    void resultsOfMariadbAreTheirRowsAndOutParametersVariablesOfTheConnection() {
        List<Integer> rows = with(
                TestDatabase.mariadb(),
                engine -> engine.execute(sql("create procedure up_to(n int) begin select 1 as v union select n; end"))
                        .then(engine.all(sql("call up_to(:n)").bind("n", 7).map(row -> row.get("v", Integer.class)))));
        assertThat(rows).containsExactly(1, 7);
        Long doubled = with(
                TestDatabase.mariadb(),
                engine -> engine.execute(sql("create procedure twice(x int, out y int) begin set y = x * 2; end"))
                        .then(engine.transaction(
                                c -> c.execute(sql("call twice(:x, @y)").bind("x", 21))
                                        .then(c.one(sql("select @y as y").as(Long.class))))));
        assertThat(doubled).isEqualTo(42);
    }

    @Test
    void severalResultsOfMariadbAreReadOneBehindTheOther() {
        List<Integer> rows = with(
                TestDatabase.mariadb(),
                engine -> engine.execute(sql("create procedure both_of(n int) begin select 1 as v; select n as v; end"))
                        .then(engine.all(
                                sql("call both_of(:n)").bind("n", 7).map(row -> row.get("v", Integer.class)))));
        assertThat(rows).containsExactly(1, 7);
    }

    @Test
    void aCallOfH2IsARow() {
        Integer value = with(
                TestDatabase.h2(),
                engine -> engine.one(
                        sql("call abs(cast(:x as integer))").bind("x", -21).map(row -> row.get(0, Integer.class))));
        assertThat(value).isEqualTo(21);
    }
}
