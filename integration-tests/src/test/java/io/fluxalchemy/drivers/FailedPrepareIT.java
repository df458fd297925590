package io.fluxalchemy.drivers;

import static io.fluxalchemy.engine.Entries.SOON;
import static io.fluxalchemy.sql.Sql.insertInto;
import static io.fluxalchemy.sql.Sql.select;
import static io.fluxalchemy.sql.Sql.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxalchemy.engine.AsyncEngine;
import io.fluxalchemy.engine.SqlExecutor;
import io.fluxalchemy.error.ConfigurationException;
import io.fluxalchemy.error.DatabaseException;
import io.fluxalchemy.schema.MetaData;
import io.fluxalchemy.schema.Table;
import io.fluxalchemy.sql.NumericColumn;
import io.fluxalchemy.sql.Query;
import io.fluxalchemy.sql.TextColumn;
import io.fluxalchemy.testkit.database.TestDatabase;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactories;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What runs behind a statement that could not be prepared gets its own rows, whatever a driver keeps under which text. */
class FailedPrepareIT {

    @RegisterExtension
    static final TestDatabase POSTGRESQL = TestDatabase.postgresql();

    @RegisterExtension
    static final TestDatabase H2 = TestDatabase.h2();

    @RegisterExtension
    static final TestDatabase MARIADB = TestDatabase.mariadb();

    private static final Letters LETTERS = new Letters(Table.Name.of("letters_kept"));
    private static final Letters MISSING = new Letters(Table.Name.of("letters_missing"));

    static Stream<String> urls() {
        return Stream.of(
                POSTGRESQL.url(), H2.url(), MARIADB.url(), MARIADB.url().replace("r2dbc:mariadb:", "r2dbc:mysql:"));
    }

    @ParameterizedTest
    @MethodSource("urls")
    void onTheSameConnection(String url) {
        AsyncEngine engine = engine(url);
        for (int round = 0; round < 3; round++) {
            assertThatThrownBy(() -> engine.one(a(MISSING)).block(SOON)).isInstanceOf(DatabaseException.class);
            assertThat(twice(engine).block(SOON)).containsExactly("a", "b", "c", "a", "b", "c");
        }
        close(engine);
    }

    /** Many times, since it is by chance that a second answer arrives behind the next question. */
    @ParameterizedTest
    @MethodSource("urls")
    void inTheSameTransaction(String url) {
        AsyncEngine engine = engine(url);
        Flux.range(0, 50)
                .concatMap(i -> engine.transaction(c -> c.nested(inner -> inner.one(a(MISSING)))
                        .onErrorResume(DatabaseException.class, e -> Mono.empty())
                        .then(twice(c))))
                .doOnNext(found -> assertThat(found).containsExactly("a", "b", "c", "a", "b", "c"))
                .blockLast(SOON);
        close(engine);
    }

    /** If this fails the driver has learnt to forget, and its adapter may let it keep statements again. */
    @Test
    void theDriverOfMariadbMixesThemUpByItself() {
        List<String> found = Flux.usingWhen(
                        ConnectionFactories.get(MARIADB.url() + "?useServerPrepStmts=true&prepareCacheSize=16")
                                .create(),
                        connection -> row(connection, "select r from missing where 1 = ?")
                                .onErrorResume(e -> Mono.empty())
                                .thenMany(Flux.just("a", "b", "c")
                                        .concatMap(
                                                letter -> row(connection, "select '" + letter + "' as r where 1 = ?"))
                                        .repeat(1)),
                        Connection::close)
                .collectList()
                .block(SOON);
        assertThat(found).hasSize(6).isNotEqualTo(List.of("a", "b", "c", "a", "b", "c"));
    }

    @Test
    void soItsAdapterRefusesToLetItKeepStatements() {
        for (String option : List.of("prepareCacheSize=16", "allowPipelining=true")) {
            assertThatThrownBy(() -> AsyncEngine.create(MARIADB.url() + "?" + option))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining(option);
        }
    }

    @Test
    void andNoneIsLeftOnTheServer() {
        AsyncEngine engine = engine(MARIADB.url());
        Long left = engine.transaction(c -> Flux.range(0, 100)
                        .concatMap(i -> c.one(a(LETTERS)))
                        .then(c.one(
                                sql("select cast(variable_value as signed) as n from information_schema.global_status"
                                                + " where variable_name = 'PREPARED_STMT_COUNT'")
                                        .as(Long.class))))
                .block(SOON);
        assertThat(left).isLessThan(50);
        close(engine);
    }

    private static Mono<String> row(Connection connection, String text) {
        return Flux.from(connection.createStatement(text).bind(0, 1).execute())
                .flatMap(result -> result.map((row, metadata) -> row.get(0, String.class)))
                .next();
    }

    private static AsyncEngine engine(String url) {
        AsyncEngine engine = AsyncEngine.builder().url(url).maxSize(1).build();
        MetaData tables = MetaData.of(LETTERS);
        engine.createAll(tables)
                .then(engine.execute(insertInto(LETTERS)
                        .set(LETTERS.id, 1)
                        .set(LETTERS.a, "a")
                        .set(LETTERS.b, "b")
                        .set(LETTERS.c, "c")))
                .block(SOON);
        return engine;
    }

    private static void close(AsyncEngine engine) {
        engine.dropAll(MetaData.of(LETTERS)).then(engine.close()).block(SOON);
    }

    private static Query<String> a(Letters from) {
        return select(from.a).from(from).where(from.id.eq(1));
    }

    private static Mono<List<String>> twice(SqlExecutor executor) {
        return Flux.just(
                        a(LETTERS),
                        select(LETTERS.b).from(LETTERS).where(LETTERS.id.eq(1)),
                        select(LETTERS.c).from(LETTERS).where(LETTERS.id.eq(1)))
                .concatMap(executor::one)
                .repeat(1)
                .collectList();
    }

    static final class Letters extends Table<Letters> {

        final NumericColumn<Integer> id = integer("id", primaryKey());
        final TextColumn a = varchar("a", 10);
        final TextColumn b = varchar("b", 10);
        final TextColumn c = varchar("c", 10);

        private Letters(Name name) {
            super(name, Letters::new);
        }
    }
}
