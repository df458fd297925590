package io.fluxalchemy.columns;

import static io.fluxalchemy.sql.Sql.insertInto;
import static io.fluxalchemy.sql.Sql.sql;
import static io.fluxalchemy.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;

import io.fluxalchemy.engine.AsyncEngine;
import io.fluxalchemy.engine.SqlExecutor;
import io.fluxalchemy.error.ConversionException;
import io.fluxalchemy.error.DatabaseException;
import io.fluxalchemy.error.ErrorKind;
import io.fluxalchemy.schema.Table;
import io.fluxalchemy.sql.NumericColumn;
import io.fluxalchemy.sql.TextColumn;
import io.fluxalchemy.testkit.database.TestDatabase;
import io.r2dbc.spi.ConnectionFactories;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** A MariaDB server whose mode is not strict cuts text short and says nothing; sessions of an engine are strict all the same. */
class StrictModeIT {

    /** Declared without the length that the database has. */
    private static final class Labels extends Table<Labels> {

        static final Labels LABELS = new Labels(Name.of("labels"));

        final NumericColumn<Integer> id = integer("id", primaryKey());
        final TextColumn text = text("text");

        private Labels(Name name) {
            super(name, Labels::new);
        }
    }

    /** The same table, declared with it. */
    private static final class Declared extends Table<Declared> {

        static final Declared LABELS = new Declared(Name.of("labels"));

        final NumericColumn<Integer> id = integer("id", primaryKey());
        final TextColumn text = varchar("text", 3);

        private Declared(Name name) {
            super(name, Declared::new);
        }
    }

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.mariadb();

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Labels LABELS = Labels.LABELS;

    private AsyncEngine admin;
    private String mode;
    private AsyncEngine engine;

    @BeforeEach
    void makeTheServerLax() {
        admin = AsyncEngine.builder().url(DATABASE.url()).maxSize(1).build();
        mode = await(admin.one(sql("select @@global.sql_mode as m").as(String.class)));
        await(admin.execute(sql("set global sql_mode = ''")));
        await(admin.execute(sql("drop table if exists labels")));
        await(admin.execute(sql("create table labels (id int primary key, text varchar(3)) character set utf8mb4")));
        engine = AsyncEngine.builder().url(DATABASE.url()).maxSize(1).build();
    }

    @AfterEach
    void makeItAsItWas() {
        await(admin.execute(sql("set global sql_mode = '" + mode + "'")));
        await(engine.close().then(admin.close()));
    }

    @Test
    void theServerCutsTextShortOnAConnectionOfTheBareDriver() {
        AsyncEngine bare = bare();
        await(bare.execute(sql("insert into labels values (1, 'four')")));
        assertThat(stored()).containsExactly("fou");
        await(bare.close());
    }

    @Test
    void textThatDoesNotFitIsAnErrorWhateverTheVerb() {
        await(engine.execute(insertInto(LABELS).set(LABELS.id, 1).set(LABELS.text, "one")));
        for (Function<SqlExecutor, Mono<?>> verb : List.<Function<SqlExecutor, Mono<?>>>of(
                e -> e.execute(insertInto(LABELS).set(LABELS.id, 2).set(LABELS.text, "four")),
                e -> e.execute(insertInto(LABELS)
                        .rows(List.of(2, 3))
                        .set(LABELS.id, id -> id)
                        .set(LABELS.text, id -> "fou" + "r".repeat(id - 2))),
                e -> e.execute(update(LABELS).set(LABELS.text, "four").where(LABELS.id.eq(1))),
                e -> e.execute(sql("insert into labels values (2, :text)").bind("text", "four")))) {
            isRefused(verb.apply(engine));
            isRefused(engine.transaction(verb::apply));
        }
        assertThat(stored()).containsExactly("one");
    }

    @Test
    void whereTheLengthIsDeclaredNothingIsSent() {
        AsyncEngine bare = bare();
        for (AsyncEngine any : List.of(bare, engine)) {
            StepVerifier.create(any.execute(insertInto(Declared.LABELS)
                            .set(Declared.LABELS.id, 2)
                            .set(Declared.LABELS.text, "four")))
                    .expectErrorSatisfies(e -> assertThat(e)
                            .isInstanceOf(ConversionException.class)
                            .hasMessageContaining("column \"text\"")
                            .hasMessageContaining("at most 3"))
                    .verify(PATIENCE);
        }
        assertThat(stored()).isEmpty();
        await(bare.close());
    }

    @Test
    void aSessionThatSqlTextMadeLaxIsNotLentOn() {
        await(engine.execute(sql("set session sql_mode = ''")));
        isRefused(engine.execute(insertInto(LABELS).set(LABELS.id, 2).set(LABELS.text, "four")));
        assertThat(stored()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sessionVariables=wait_timeout%3D100", "sessionVariables=SQL_MODE%3DSTRICT_ALL_TABLES"})
    void otherVariablesAndAModeOfOnesOwnAreKept(String option) {
        AsyncEngine own = AsyncEngine.builder()
                .url(DATABASE.url() + (DATABASE.url().contains("?") ? "&" : "?") + option)
                .maxSize(1)
                .build();
        String told = await(own.one(
                sql("select concat(@@sql_mode, ' ', @@wait_timeout) as m").as(String.class)));
        if (option.contains("MODE")) {
            assertThat(told).startsWith("STRICT_ALL_TABLES ");
        } else {
            assertThat(told)
                    .isEqualTo(
                            "STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION"
                                    + " 100");
        }
        isRefused(own.execute(insertInto(LABELS).set(LABELS.id, 2).set(LABELS.text, "four")));
        await(own.close());
    }

    /** Bytes that are no text: error 1366 where a column takes them, 1300 where a literal says so. The server's message quotes them. */
    @Test
    void bytesThatAreNoTextAreErrorsOfTheDataAndNotQuoted() {
        byte[] bytes = {'s', '3', 'c', (byte) 0xff};
        isRefused(engine.execute(sql("insert into labels values (2, :text)").bind("text", bytes)));
        isRefused(engine.all(sql("select _utf8mb4 x'733363ff' as t").as(String.class)));
        assertThat(stored()).isEmpty();
    }

    private static AsyncEngine bare() {
        return AsyncEngine.builder()
                .connectionFactory(ConnectionFactories.get(DATABASE.url()))
                .maxSize(1)
                .build();
    }

    private static void isRefused(Mono<?> work) {
        StepVerifier.create(work)
                .expectErrorSatisfies(error -> {
                    assertThat(error)
                            .isInstanceOfSatisfying(
                                    DatabaseException.class,
                                    e -> assertThat(e.kind()).isEqualTo(ErrorKind.DATA));
                    for (Throwable e = error; e != null; e = e.getCause()) {
                        assertThat(String.valueOf(e.getMessage())).doesNotContain("s3c", "four");
                    }
                })
                .verify(PATIENCE);
    }

    private List<String> stored() {
        return await(admin.all(sql("select text from labels order by id").as(String.class)));
    }

    private static <T> T await(Mono<T> work) {
        return work.block(PATIENCE);
    }
}
