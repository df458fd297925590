package org.example.tiny;

import static io.fluxalchemy.sql.Sql.deleteFrom;
import static io.fluxalchemy.sql.Sql.insertInto;
import static io.fluxalchemy.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.example.tiny.SoundsLike.soundsLike;

import io.fluxalchemy.compiler.SqlPrinter;
import io.fluxalchemy.engine.AsyncEngine;
import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.schema.MetaData;
import io.fluxalchemy.schema.Table;
import io.fluxalchemy.sql.NumericColumn;
import io.fluxalchemy.sql.Select;
import io.fluxalchemy.sql.TextColumn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

/** A database nobody knew is used with a dialect written outside the library, and a function that no dialect has. */
class OwnDialectTest {

    private static final class People extends Table<People> {

        static final People PEOPLE = new People(Name.of("person"));

        final NumericColumn<Long> id = bigint("id", primaryKey());
        final TextColumn name = varchar("name", 100, notNull());

        private People(Name name) {
            super(name, People::new);
        }
    }

    private static final Select<String> ALIKE = select(People.PEOPLE.name)
            .where(soundsLike(People.PEOPLE.name, "Meyer"))
            .orderBy(People.PEOPLE.id.asc());

    @Test
    void tablesRowsAndTransactionsWorkThroughIt() {
        AsyncEngine engine = AsyncEngine.builder()
                .url("r2dbc:h2:mem:///tiny;DB_CLOSE_DELAY=-1")
                .dialect(new TinyDialect())
                .build();
        StepVerifier.create(engine.createAll(MetaData.of(People.PEOPLE))
                        .then(engine.execute(insertInto(People.PEOPLE)
                                .rows(List.of("Maier", "Schmidt", "Meyr"))
                                .set(People.PEOPLE.id, name -> (long) name.length())
                                .set(People.PEOPLE.name, name -> name)))
                        .then(engine.all(ALIKE)))
                .expectNext(List.of("Meyr", "Maier"))
                .verifyComplete();
        StepVerifier.create(engine.all(
                        deleteFrom(People.PEOPLE).where(People.PEOPLE.id.eq(7)).returning(People.PEOPLE.name)))
                .expectNext(List.of("Schmidt"))
                .verifyComplete();
        StepVerifier.create(engine.close()).verifyComplete();
    }

    @Test
    void itSpellsInItsOwnWayAndRefusesByItsOwnName() {
        assertThat(SqlPrinter.of(new TinyDialect()).inlined(ALIKE.limit(3)))
                .isEqualTo("select name from person where soundex(name) = soundex('Meyer') order by id"
                        + " fetch first 3 rows only");
        assertThatThrownBy(() -> SqlPrinter.of(new TinyDialect()).sql(ALIKE.distinctOn(People.PEOPLE.id)))
                .isInstanceOf(StatementException.class)
                .hasMessageStartingWith("tiny does not have distinct on");
    }

    @Test
    void dialectAndFunctionTakeLessThanOneHundredAndFiftyLines() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            long lines = 0;
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                lines += Files.readAllLines(file).size();
            }
            assertThat(lines).isLessThan(150);
        }
    }
}
