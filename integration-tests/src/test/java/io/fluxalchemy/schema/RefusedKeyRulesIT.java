package io.fluxalchemy.schema;

import static io.fluxalchemy.sql.Sql.sql;
import static org.assertj.core.api.Assertions.assertThat;

import io.fluxalchemy.engine.AsyncEngine;
import io.fluxalchemy.error.DatabaseException;
import io.fluxalchemy.error.SqlSyntaxException;
import io.fluxalchemy.testkit.database.DatabaseKind;
import io.fluxalchemy.testkit.database.TestDatabase;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Mono;

/** Rules of foreign keys that a dialect refuses: its database takes the words and forgets them, or does not know them. */
class RefusedKeyRulesIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** What becomes of a key declared with these words, and of a row that they alone would let in or keep out. */
    @ParameterizedTest
    @CsvSource({
        "POSTGRESQL, deferrable initially deferred, taken",
        "POSTGRESQL, match full, taken",
        "H2, deferrable initially deferred, unknown",
        "H2, match full, unknown",
        "MARIADB, deferrable initially deferred, unknown",
        "MARIADB, match full, forgotten",
        "MARIADB, on delete set default, forgotten",
        "H2, on delete set default, taken"
    })
    void whatADialectRefusesItsDatabaseDoesNotDo(DatabaseKind kind, String words, String expected) {
        try (TestDatabase database = TestDatabase.of(kind)) {
            AsyncEngine engine = AsyncEngine.create(database.url());
            try {
                assertThat(await(outcome(engine, words))).isEqualTo(expected);
            } finally {
                engine.close().block(PATIENCE);
            }
        }
    }

    private static String await(Mono<String> work) {
        return String.valueOf(work.block(PATIENCE));
    }

    private static Mono<String> outcome(AsyncEngine engine, String words) {
        boolean isMatch = words.startsWith("match");
        boolean isDelete = words.startsWith("on delete");
        boolean letsIn = words.startsWith("deferrable");
        Mono<Boolean> done = engine.transaction(c -> c.nested(
                        inner -> inner.execute(sql("insert into b values " + (isMatch ? "(1, null)" : "(7, 7)"))))
                .map(rows -> letsIn)
                .onErrorReturn(DatabaseException.class, !letsIn)
                .flatMap(found -> c.execute(sql("delete from b")).thenReturn(found)));
        Mono<Boolean> deleted = engine.execute(sql("insert into a values (1, 1), (9, 9)"))
                .then(engine.execute(sql("insert into b values (1, 1)")))
                .then(engine.execute(sql("delete from a where x = 1")))
                .then(engine.one(sql("select count(*) from b where x = 9").as(Long.class)))
                .map(rows -> rows == 1)
                .onErrorReturn(DatabaseException.class, false);
        return engine.execute(sql("create table a (x int, y int, primary key (x, y))"))
                .then(engine.execute(sql(
                        "create table b (x int default 9, y int default 9, constraint k foreign key (x, y) references a (x, y) "
                                + words + ")")))
                .then(isDelete ? deleted : done)
                .map(does -> does ? "taken" : "forgotten")
                .onErrorReturn(SqlSyntaxException.class, "unknown");
    }
}
