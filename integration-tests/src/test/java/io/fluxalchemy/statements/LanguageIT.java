package io.fluxalchemy.statements;

import static io.fluxalchemy.sql.Sql.*;
import static io.fluxalchemy.statements.Databases.all;
import static io.fluxalchemy.statements.Databases.execute;
import static io.fluxalchemy.statements.Works.WORKS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxalchemy.compiler.SqlCompiler;
import io.fluxalchemy.engine.AsyncEngine;
import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.sql.Query;
import io.fluxalchemy.sql.Select;
import io.fluxalchemy.testkit.database.DatabaseKind;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every construct of the language is run where its dialect takes it. What it gives is asserted by the suites of the testkit's
 * {@code compliance}.
 */
class LanguageIT {

    @RegisterExtension
    static final Databases DATABASES = new Databases();

    private static AsyncEngine library(DatabaseKind kind) {
        AsyncEngine engine = DATABASES.empty(kind);
        long a = add(engine, null, "a", 1950, "1.50");
        long b = add(engine, a, "b", 1999, "2.50");
        add(engine, a, "C", null, "2.50");
        add(engine, b, "d", 1999, "4.00");
        return engine;
    }

    private static long add(
            AsyncEngine engine, @Nullable Long parent, String title, @Nullable Integer year, String price) {
        return all(
                        engine,
                        insertInto(WORKS)
                                .set(WORKS.parent, parent)
                                .set(WORKS.title, title)
                                .set(WORKS.year, year)
                                .set(WORKS.price, new BigDecimal(price))
                                .set(WORKS.published, Instant.parse("2024-12-31T23:00:00Z"))
                                .set(WORKS.printed, LocalDate.of(2024, 12, 31))
                                .returning(WORKS.id))
                .get(0);
    }

    private static boolean takes(DatabaseKind kind, Query<?> query) {
        try {
            return !new SqlCompiler(Databases.dialect(kind), 1)
                    .prepare(query)
                    .text()
                    .isEmpty();
        } catch (StatementException e) {
            return false;
        }
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void everyStatementThatIsNotRefusedRuns(DatabaseKind kind) {
        AsyncEngine engine = library(kind);
        List<String> failed = new ArrayList<>();
        LanguageStatements.all().forEach((name, query) -> {
            if (takes(kind, query)) {
                try {
                    all(engine, query);
                } catch (RuntimeException e) {
                    failed.add(name + ": " + e.getMessage());
                }
            }
        });
        // a collation is there or not by the server's build and the column's character set
        failed.removeIf(failure -> kind == DatabaseKind.MARIADB && failure.startsWith("collation: "));
        // words are found by a FULLTEXT index, which wordsAreFound makes
        failed.removeIf(failure -> kind == DatabaseKind.MARIADB && failure.startsWith("words of a text: "));
        assertThat(failed).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void wordsAreFound(DatabaseKind kind) {
        AsyncEngine engine = library(kind);
        execute(
                engine,
                update(WORKS).set(WORKS.title, "The old man and the sea").where(WORKS.title.eq("a")));
        Select<String> found = select(WORKS.title).from(WORKS).where(WORKS.title.hasWords("OLD sea"));
        if (kind == DatabaseKind.H2) {
            assertThatThrownBy(() -> all(engine, found)).hasMessageContaining("h2 does not have a full-text search");
            return;
        }
        if (kind == DatabaseKind.MARIADB) {
            execute(engine, sql("create fulltext index work_words on work (title)"));
            execute(engine, sql("alter table work convert to character set utf8mb4 collate utf8mb4_general_ci"));
        }
        assertThat(all(engine, found)).containsExactly("The old man and the sea");
        assertThat(all(engine, select(count()).from(WORKS).where(WORKS.title.hasWords("whale"))))
                .containsExactly(0L);
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void theEngineTellsHowOftenAStatementWasFoundCompiled(DatabaseKind kind) {
        AsyncEngine engine = library(kind);
        all(engine, select(WORKS.title).from(WORKS).where(WORKS.id.eq(1)));
        long found = engine.compiledStatements().hits();
        long made = engine.compiledStatements().compiled();
        all(engine, select(WORKS.title).from(WORKS).where(WORKS.id.eq(2)));
        assertThat(engine.compiledStatements().hits()).isEqualTo(found + 1);
        assertThat(engine.compiledStatements().compiled()).isEqualTo(made);
    }
}
