package io.fluxalchemy.statements;

import static io.fluxalchemy.sql.Sql.count;
import static io.fluxalchemy.sql.Sql.select;
import static io.fluxalchemy.statements.Databases.all;
import static io.fluxalchemy.statements.Databases.await;
import static io.fluxalchemy.statements.Works.WORKS;
import static org.assertj.core.api.Assertions.assertThat;

import io.fluxalchemy.engine.AsyncEngine;
import io.fluxalchemy.engine.BatchResult;
import io.fluxalchemy.sql.Batch;
import io.fluxalchemy.sql.Column;
import io.fluxalchemy.testkit.database.DatabaseKind;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Batches write every row, and what they bring back lands on the right one. */
class BatchIT {

    @RegisterExtension
    static final Databases DATABASES = new Databases();

    private static BatchResult write(AsyncEngine engine, Batch batch) {
        return await(engine.transaction(connection -> connection.write(batch)));
    }

    private static List<Long> insert(AsyncEngine engine, int rows) {
        List<@Nullable Object[]> values = new ArrayList<>();
        IntStream.range(0, rows).forEach(i -> values.add(new Object[] {"work " + i, i}));
        BatchResult result =
                write(engine, new Batch.Insert(WORKS, List.of(WORKS.title, WORKS.year), values, List.of(WORKS.id)));
        assertThat(result.affected()).isEqualTo(rows);
        return result.rows().stream().map(row -> (Long) row[0]).toList();
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void idsComeBackToTheirRows(DatabaseKind kind) {
        AsyncEngine engine = DATABASES.empty(kind);
        List<Long> ids = insert(engine, 2_503);
        Map<Long, String> stored = new HashMap<>();
        all(engine, select(WORKS.id, WORKS.title).into(Map::entry).from(WORKS))
                .forEach(each -> stored.put(each.getKey(), each.getValue()));
        assertThat(stored).hasSize(2_503);
        for (int i = 0; i < ids.size(); i++) {
            assertThat(stored.get(ids.get(i))).isEqualTo("work " + i);
        }
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void everyTypeTravelsInABatch(DatabaseKind kind) {
        AsyncEngine engine = DATABASES.empty(kind);
        UUID token = UUID.randomUUID();
        Instant published = Instant.parse("1999-12-31T23:59:59.123456Z");
        LocalDate printed = LocalDate.of(2024, 2, 29);
        List<Column<?>> columns = List.of(
                WORKS.title,
                WORKS.year,
                WORKS.price,
                WORKS.meta,
                WORKS.mood,
                WORKS.cover,
                WORKS.token,
                WORKS.published,
                WORKS.printed);
        @Nullable
        Object[] full = {
            "a\"b\\c,{}'ü😀",
            1999,
            new BigDecimal("12.50"),
            "{\"k\": \"v\"}",
            Works.Mood.MERRY,
            new byte[] {1, 0, -1},
            token,
            published,
            printed
        };
        @Nullable Object[] bare = {"bare", null, null, null, null, null, null, null, null};
        write(engine, new Batch.Insert(WORKS, columns, List.of(full, bare), List.of(WORKS.id)));
        assertThat(all(
                        engine,
                        select(
                                        WORKS.title,
                                        WORKS.year,
                                        WORKS.price,
                                        WORKS.meta.text("k"),
                                        WORKS.mood,
                                        WORKS.cover,
                                        WORKS.token,
                                        WORKS.published,
                                        WORKS.printed)
                                .from(WORKS)
                                .orderBy(WORKS.id.asc())))
                .satisfiesExactly(
                        row -> {
                            assertThat(row.get(WORKS.title)).isEqualTo("a\"b\\c,{}'ü😀");
                            assertThat(row.get(WORKS.price)).isEqualByComparingTo("12.50");
                            assertThat(row.get(WORKS.mood)).isEqualTo(Works.Mood.MERRY);
                            assertThat(row.get(WORKS.cover)).containsExactly(1, 0, -1);
                            assertThat(row.get(WORKS.token)).isEqualTo(token);
                            assertThat(row.get(WORKS.published)).isEqualTo(published);
                            assertThat(row.get(WORKS.printed)).isEqualTo(printed);
                        },
                        row -> {
                            assertThat(row.getOrNull(WORKS.mood)).isNull();
                            assertThat(row.getOrNull(WORKS.cover)).isNull();
                            assertThat(row.getOrNull(WORKS.published)).isNull();
                        });
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void anUpdateLeavesRowsOfAnotherVersionAlone(DatabaseKind kind) {
        AsyncEngine engine = DATABASES.empty(kind);
        List<Long> ids = insert(engine, 1_200);
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            rows.add(new Object[] {ids.get(i), i == 700 ? 9 : 1, 2, "changed " + i, i % 2 == 0 ? null : i});
        }
        BatchResult result = write(
                engine,
                new Batch.Update(
                        WORKS, List.of(WORKS.id, WORKS.version, WORKS.version, WORKS.title, WORKS.year), 2, rows));
        assertThat(result.affected()).isEqualTo(1_199);
        if (result.isPerRow()) {
            assertThat(result.rows().get(700)).isNull();
            assertThat(result.rows().get(701)).isNotNull();
        }
        assertThat(all(
                        engine,
                        select(WORKS.title)
                                .from(WORKS)
                                .where(WORKS.version.eq(2), WORKS.year.isNull())
                                .orderBy(WORKS.id.asc())))
                .hasSize(599)
                .startsWith("changed 0", "changed 2");
        assertThat(all(engine, select(WORKS.title).from(WORKS).where(WORKS.version.eq(1))))
                .containsExactly("work 700");
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void aDeleteTakesTheRowsOfItsKeysOnly(DatabaseKind kind) {
        AsyncEngine engine = DATABASES.empty(kind);
        List<Long> ids = insert(engine, 10);
        List<@Nullable Object[]> versioned =
                List.of(new Object[] {ids.get(0), 1}, new Object[] {ids.get(1), 2}, new Object[] {ids.get(2), 1});
        assertThat(write(engine, new Batch.Delete(WORKS, List.of(WORKS.id, WORKS.version), versioned))
                        .affected())
                .isEqualTo(2);
        List<@Nullable Object[]> plain =
                ids.stream().skip(5).map(id -> new @Nullable Object[] {id}).toList();
        assertThat(write(engine, new Batch.Delete(WORKS, List.of(WORKS.id), plain))
                        .affected())
                .isEqualTo(5);
        assertThat(all(engine, select(WORKS.title).from(WORKS).orderBy(WORKS.id.asc())))
                .containsExactly("work 1", "work 3", "work 4");
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void oneRowAndNoRowAreBatchesToo(DatabaseKind kind) {
        AsyncEngine engine = DATABASES.empty(kind);
        List<Long> ids = insert(engine, 1);
        assertThat(insert(engine, 0)).isEmpty();
        assertThat(write(
                                engine,
                                new Batch.Update(
                                        WORKS,
                                        List.of(WORKS.id, WORKS.title),
                                        1,
                                        List.<@Nullable Object[]>of(new Object[] {ids.get(0), "y"})))
                        .affected())
                .isEqualTo(1);
        assertThat(all(engine, select(count()).from(WORKS).where(WORKS.title.eq("y"))))
                .containsExactly(1L);
    }
}
