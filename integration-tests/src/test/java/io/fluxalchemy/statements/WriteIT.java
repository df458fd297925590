package io.fluxalchemy.statements;

import static io.fluxalchemy.sql.Sql.deleteFrom;
import static io.fluxalchemy.sql.Sql.excluded;
import static io.fluxalchemy.sql.Sql.insertInto;
import static io.fluxalchemy.sql.Sql.select;
import static io.fluxalchemy.sql.Sql.sql;
import static io.fluxalchemy.sql.Sql.update;
import static io.fluxalchemy.sql.Sql.value;
import static io.fluxalchemy.statements.Databases.all;
import static io.fluxalchemy.statements.Databases.execute;
import static io.fluxalchemy.statements.Works.WORKS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxalchemy.engine.AsyncEngine;
import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.testkit.database.DatabaseKind;
import java.util.List;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Statements that write do the same everywhere, or are refused before they are sent. */
class WriteIT {

    @RegisterExtension
    static final Databases DATABASES = new Databases();

    private static AsyncEngine two(DatabaseKind kind) {
        AsyncEngine engine = DATABASES.empty(kind);
        execute(engine, insertInto(WORKS).set(WORKS.title, "a").set(WORKS.year, 1));
        execute(engine, insertInto(WORKS).set(WORKS.title, "b").set(WORKS.year, 2));
        return engine;
    }

    private static List<String> rows(AsyncEngine engine) {
        return all(
                engine,
                select(WORKS.title, WORKS.year)
                        .into((title, year) -> title + year)
                        .from(WORKS)
                        .orderBy(WORKS.title.asc()));
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void upsertsUpdateInsertOrKeep(DatabaseKind kind) {
        AsyncEngine engine = two(kind);
        execute(
                engine,
                insertInto(WORKS)
                        .set(WORKS.title, "a")
                        .set(WORKS.year, 10)
                        .onConflict(WORKS.title)
                        .doUpdate(WORKS.year, excluded(WORKS.year).plus(WORKS.year)));
        execute(
                engine,
                insertInto(WORKS)
                        .set(WORKS.title, "b")
                        .set(WORKS.year, 9)
                        .onConflict(WORKS.title)
                        .doNothing());
        execute(
                engine,
                insertInto(WORKS)
                        .set(WORKS.title, "c")
                        .set(WORKS.year, 3)
                        .onConflict(WORKS.title)
                        .doNothing());
        assertThat(rows(engine)).containsExactly("a11", "b2", "c3");
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void furtherTablesDecideWhatIsWritten(DatabaseKind kind) {
        AsyncEngine engine = two(kind);
        Works other = WORKS.as("other");
        assertThat(execute(
                        engine,
                        update(WORKS)
                                .set(WORKS.year, WORKS.year.plus(other.year))
                                .from(other)
                                .where(other.title.eq("b"), WORKS.title.eq("a"))))
                .isEqualTo(1);
        assertThat(rows(engine)).containsExactly("a3", "b2");
        assertThat(execute(engine, deleteFrom(WORKS).using(other).where(other.year.gt(WORKS.year))))
                .isEqualTo(1);
        assertThat(rows(engine)).containsExactly("a3");
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void queriesFeedInserts(DatabaseKind kind) {
        AsyncEngine engine = two(kind);
        assertThat(execute(
                        engine,
                        insertInto(WORKS)
                                .select(
                                        select(WORKS.title.concat("2"), WORKS.year.plus(10))
                                                .from(WORKS),
                                        WORKS.title,
                                        WORKS.year)))
                .isEqualTo(2);
        assertThat(rows(engine)).containsExactly("a1", "a211", "b2", "b212");
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void writtenRowsComeBack(DatabaseKind kind) {
        AsyncEngine engine = two(kind);
        assertThat(all(engine, deleteFrom(WORKS).where(WORKS.title.eq("a")).returning(WORKS.year)))
                .containsExactly(1);
        var bumped = update(WORKS)
                .set(WORKS.year, value(7))
                .where(WORKS.title.eq("b"))
                .returning(WORKS.year);
        if (kind == DatabaseKind.MARIADB) {
            assertThatThrownBy(() -> all(engine, bumped))
                    .isInstanceOf(StatementException.class)
                    .hasMessageContaining("mariadb")
                    .hasMessageContaining("returning rows of an update");
        } else {
            assertThat(all(engine, bumped)).containsExactly(7);
        }
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void lockedRowsAreReadAndTextIsRun(DatabaseKind kind) {
        AsyncEngine engine = two(kind);
        List<String> locked = Databases.await(engine.transaction(connection -> connection.all(
                select(WORKS.title).from(WORKS).where(WORKS.year.eq(1)).forUpdate())));
        assertThat(locked).containsExactly("a");
        assertThat(all(
                        engine,
                        sql("select title from work where version = :version and title <> :title")
                                .bind("version", 1)
                                .bind("title", "a")
                                .map(row -> row.get("title", String.class))))
                .containsExactly("b");
    }
}
