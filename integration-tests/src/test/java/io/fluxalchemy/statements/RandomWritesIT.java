package io.fluxalchemy.statements;

import static io.fluxalchemy.sql.Sql.insertInto;
import static io.fluxalchemy.sql.Sql.select;
import static io.fluxalchemy.statements.Databases.all;
import static io.fluxalchemy.statements.Databases.execute;
import static io.fluxalchemy.statements.Works.WORKS;
import static org.assertj.core.api.Assertions.assertThat;

import io.fluxalchemy.engine.AsyncEngine;
import io.fluxalchemy.error.DatabaseException;
import io.fluxalchemy.sql.Query;
import io.fluxalchemy.sql.Select;
import io.fluxalchemy.sql.SqlRow;
import io.fluxalchemy.testkit.database.DatabaseKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Inserts, updates, deletes and upserts made at random return the same rows on PostgreSQL and H2 and leave the same table. How many:
 * {@code -Dfluxalchemy.randomWrites=20000}.
 */
class RandomWritesIT {

    private static final int STATEMENTS = Integer.getInteger("fluxalchemy.randomWrites", 400);
    private static final int TOGETHER = 50;

    @RegisterExtension
    static final Databases DATABASES = new Databases();

    private final Select<SqlRow> everything = select(
                    List.of(WORKS.id, WORKS.title, WORKS.parent, WORKS.year, WORKS.version))
            .from(WORKS);

    private static AsyncEngine filled(DatabaseKind kind) {
        AsyncEngine engine = DATABASES.empty(kind);
        List<String> titles = List.of("a", "b", "B", "it's", "x_%y", " sp ", "aab", "\\");
        for (int i = 0; i < titles.size(); i++) {
            execute(
                    engine,
                    insertInto(WORKS)
                            .set(WORKS.id, 1L + i)
                            .set(WORKS.title, titles.get(i))
                            .set(WORKS.parent, i == 0 ? null : Long.valueOf(1 + i / 3))
                            .set(WORKS.year, i % 4 == 3 ? null : Integer.valueOf(1950 + 9 * i))
                            .set(WORKS.version, 1 + i % 3));
        }
        return engine;
    }

    @Test
    void randomWritesDoTheSameOnPostgresqlAndH2() {
        AsyncEngine postgresql = filled(DatabaseKind.POSTGRESQL);
        AsyncEngine h2 = filled(DatabaseKind.H2);
        int written = 0;
        int refused = 0;
        for (long seed = 0; seed < STATEMENTS; seed++) {
            List<String> first = rows(postgresql, RandomWrite.of(seed));
            assertThat(rows(h2, RandomWrite.of(seed)))
                    .as("returned, seed " + seed)
                    .isEqualTo(first);
            boolean isError = first.size() == 1 && first.get(0).startsWith("refused: ");
            written += isError ? 0 : first.size();
            refused += isError ? 1 : 0;
            if (seed % TOGETHER == TOGETHER - 1) {
                assertThat(rows(h2, everything))
                        .as("the table after seed " + seed)
                        .isEqualTo(rows(postgresql, everything))
                        .isNotEmpty();
            }
        }
        assertThat(written).as("statements that write nothing compare nothing").isGreaterThan(STATEMENTS);
        assertThat(refused).as("refused statements").isLessThan(STATEMENTS / 5);
    }

    private static List<String> rows(AsyncEngine engine, Query<SqlRow> query) {
        List<String> shown = new ArrayList<>();
        try {
            for (SqlRow row : all(engine, query)) {
                List<String> values = new ArrayList<>();
                for (int i = 0; i < row.size(); i++) {
                    values.add(Objects.toString(row.getOrNull(i, Object.class)));
                }
                shown.add(values.toString());
            }
        } catch (DatabaseException e) {
            shown.add("refused: " + e.kind());
        }
        shown.sort(null);
        return shown;
    }
}
