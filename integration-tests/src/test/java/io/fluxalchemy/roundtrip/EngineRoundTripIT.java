package io.fluxalchemy.roundtrip;

import static io.fluxalchemy.sql.Sql.insertInto;
import static io.fluxalchemy.sql.Sql.select;
import static io.fluxalchemy.sql.Sql.sql;
import static io.fluxalchemy.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.fluxalchemy.engine.AsyncEngine;
import io.fluxalchemy.engine.BatchResult;
import io.fluxalchemy.schema.Table;
import io.fluxalchemy.sql.Batch;
import io.fluxalchemy.sql.Column;
import io.fluxalchemy.sql.NumericColumn;
import io.fluxalchemy.sql.ValueColumn;
import io.fluxalchemy.testkit.database.DatabaseKind;
import io.fluxalchemy.testkit.database.TestDatabase;
import io.fluxalchemy.type.SqlType;
import io.fluxalchemy.type.Storage;
import io.fluxalchemy.type.Types;
import io.r2dbc.spi.ConnectionFactories;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Mono;

/** Each portable type through the whole engine of each database: its DDL name, inserts, updates, filters, lists, streams. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EngineRoundTripIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Values of one type. */
    private record Edges<T>(SqlType<T> type, List<T> values) {

        @SafeVarargs
        static <T> Edges<T> of(SqlType<T> type, T... values) {
            List<T> all = new ArrayList<>();
            for (T value : values) {
                all.add(value);
            }
            return new Edges<>(type, all);
        }

        @Override
        public String toString() {
            return type.name();
        }
    }

    private static final class Values<T> extends Table<Values<T>> {

        final NumericColumn<Integer> id = integer("id", primaryKey());
        final ValueColumn<T> v;

        Values(Name name, SqlType<T> type) {
            super(name, again -> new Values<>(again, type));
            v = column("v", type);
        }
    }

    private record Line<T>(int id, @Nullable T value) {}

    private final List<Database> databases = new ArrayList<>();
    private int tables;

    private record Database(TestDatabase server, AsyncEngine engine, String name) {
        @Override
        public String toString() {
            return name;
        }
    }

    @BeforeAll
    void open() {
        for (DatabaseKind kind : DatabaseKind.values()) {
            TestDatabase server = TestDatabase.of(kind);
            databases.add(new Database(server, AsyncEngine.create(server.url()), kind.displayName()));
            if (kind == DatabaseKind.POSTGRESQL) {
                databases.add(new Database(
                        TestDatabase.of(kind),
                        AsyncEngine.of(ConnectionFactories.get(server.url())),
                        "a factory made elsewhere"));
            }
        }
    }

    @AfterAll
    void close() {
        for (Database database : databases) {
            database.engine().close().block(PATIENCE);
            database.server().close();
        }
    }

    private static Stream<Edges<?>> edges() {
        return Stream.of(
                Edges.of(Types.SMALLINT, Short.MIN_VALUE, (short) 0, Short.MAX_VALUE),
                Edges.of(Types.INTEGER, Integer.MIN_VALUE, 0, Integer.MAX_VALUE),
                Edges.of(Types.BIGINT, Long.MIN_VALUE, 0L, 9_007_199_254_740_993L, Long.MAX_VALUE),
                Edges.of(Types.REAL, 16_777_215f, -0.5f, 0.1f),
                Edges.of(Types.DOUBLE, Double.MIN_NORMAL, 0.1 + 0.2, Double.MAX_VALUE),
                Edges.of(Types.numeric(20, 5), new BigDecimal("0.00000"), new BigDecimal("-999999999999999.99999")),
                Edges.of(Types.BOOLEAN, true, false),
                Edges.of(Types.TEXT, "", " ", "it's \\ \"😀\" ; -- $1 ?", "x".repeat(1 << 16)),
                Edges.of(Types.varchar(9), "", "😀😀", "it's"),
                Edges.of(Types.char_(3), "", "a", "abc"),
                Edges.of(Types.DATE, LocalDate.of(1, 1, 1), LocalDate.of(1500, 1, 1), LocalDate.of(9999, 12, 31)),
                Edges.of(Types.TIME, LocalTime.MIDNIGHT, LocalTime.of(23, 59, 59, 999_999_000)),
                Edges.of(
                        Types.LOCAL_TIMESTAMP,
                        LocalDateTime.of(1500, 1, 1, 0, 0),
                        LocalDateTime.of(2026, 3, 29, 2, 30, 0, 1_000)),
                Edges.of(
                        Types.TIMESTAMP,
                        Instant.parse("1500-01-01T00:00:00Z"),
                        Instant.parse("2026-03-29T01:30:00.000001Z")),
                Edges.of(Types.OFFSET_TIMESTAMP, OffsetDateTime.parse("2026-03-29T01:30:00.000001Z")),
                Edges.of(Types.UUID, new UUID(0, 0), new UUID(-1, 1)),
                Edges.of(Types.BYTES, new byte[0], new byte[] {1, 0, -1, '\'', '\\'}),
                Edges.of(Types.enumOf(PostgresqlCases.Mood.class), PostgresqlCases.Mood.values()),
                Edges.of(Types.enumOrdinal(PostgresqlCases.Mood.class), PostgresqlCases.Mood.values()),
                Edges.of(Types.JSON, "{\"a\": [1, \"😀\", null]}", "[]", "null"),
                Edges.of(Types.json(JsonPoint.class), new JsonPoint(1, -2)),
                Edges.of(Types.arrayOf(Types.INTEGER), List.of(), Arrays.asList(1, null)),
                Edges.of(Types.arrayOf(Types.TEXT), Arrays.asList("", "null", null, "a,\"b\\")),
                Edges.of(Types.arrayOf(Types.TIMESTAMP), List.of(Instant.parse("1500-01-01T00:00:00Z"))));
    }

    private Stream<Arguments> cases() {
        return databases.stream().flatMap(database -> edges().map(each -> Arguments.of(database, each)));
    }

    private static boolean has(Database database, Storage storage) {
        return !(storage instanceof Storage.Array) || database.server().kind() != DatabaseKind.MARIADB;
    }

    private <T> Values<T> table(Database database, SqlType<T> type) {
        assumeTrue(has(database, type.storage()), "the database has no such type");
        String name = "round_trip_" + ++tables;
        run(database.engine()
                .execute(sql("create table " + name + " (id integer primary key, v "
                        + database.engine().dialect().types().name(type.storage()) + ")")));
        return new Values<>(Table.Name.of(name), type);
    }

    private static <T> T run(Mono<T> work) {
        T result = work.block(PATIENCE);
        if (result == null) {
            throw new AssertionError("a value was expected");
        }
        return result;
    }

    private static <T> List<Line<T>> lines(Edges<T> edges) {
        List<Line<T>> lines = new ArrayList<>();
        edges.values().forEach(value -> lines.add(new Line<>(lines.size(), value)));
        lines.add(new Line<>(lines.size(), null));
        return lines;
    }

    private static <T> void assertStored(AsyncEngine engine, Values<T> table, List<Line<T>> lines) {
        List<@Nullable Object> expected = new ArrayList<>();
        lines.forEach(line -> expected.add(document(table, line.value())));
        List<@Nullable Object> read = new ArrayList<>();
        run(engine.all(select(table.v).orderBy(table.id.asc()))).forEach(value -> read.add(document(table, value)));
        assertThat(read).isEqualTo(expected);
    }

    /** Documents are normalised by some databases: white space says nothing. */
    private static @Nullable Object document(Values<?> table, @Nullable Object value) {
        return table.v.type() == Types.JSON && value != null
                ? value.toString().replace(" ", "")
                : TypeCase.comparable(value);
    }

    @ParameterizedTest
    @MethodSource("cases")
    <T> void valuesInsertedOneByOneAreRead(Database database, Edges<T> edges) {
        Values<T> table = table(database, edges.type());
        for (Line<T> line : lines(edges)) {
            run(database.engine()
                    .execute(insertInto(table).set(table.id, line.id()).set(table.v, line.value())));
        }
        assertStored(database.engine(), table, lines(edges));
    }

    @ParameterizedTest
    @MethodSource("cases")
    <T> void valuesInsertedTogetherAreRead(Database database, Edges<T> edges) {
        Values<T> table = table(database, edges.type());
        run(database.engine()
                .execute(insertInto(table)
                        .rows(lines(edges))
                        .set(table.id, Line::id)
                        .set(table.v, Line::value)));
        assertStored(database.engine(), table, lines(edges));
    }

    @ParameterizedTest
    @MethodSource("cases")
    <T> void valuesComeBackFromTheInsert(Database database, Edges<T> edges) {
        Values<T> table = table(database, edges.type());
        List<T> values = edges.values();
        List<T> returned = run(database.engine()
                .all(insertInto(table)
                        .rows(lines(edges).subList(0, values.size()))
                        .set(table.id, Line::id)
                        .set(table.v, Line::value)
                        .returning(table.v)));
        assertThat(returned.stream().map(each -> document(table, each)))
                .containsExactlyElementsOf(
                        values.stream().map(each -> document(table, each)).toList());
    }

    @ParameterizedTest
    @MethodSource("cases")
    <T> void updatedValuesAreReadAndFound(Database database, Edges<T> edges) {
        Values<T> table = table(database, edges.type());
        run(database.engine().execute(insertInto(table).set(table.id, 0).set(table.v, (T) null)));
        for (T value : edges.values()) {
            run(database.engine().execute(update(table).set(table.v, value).where(table.id.eq(0))));
            assertStored(database.engine(), table, List.of(new Line<>(0, value)));
            if (isComparable(edges.type().storage())) {
                assertThat(run(database.engine().all(select(table.id).where(table.v.eq(value)))))
                        .containsExactly(0);
                assertThat(run(database.engine().all(select(table.id).where(table.v.in(edges.values())))))
                        .containsExactly(0);
            }
        }
    }

    /** What a flush runs: batches of inserts that bring values back, of updates and of deletes found by id and value. */
    @ParameterizedTest
    @MethodSource("cases")
    <T> void batchesWriteWhatTheyAreGiven(Database database, Edges<T> edges) {
        Values<T> table = table(database, edges.type());
        List<Line<T>> lines = lines(edges);
        List<Column<?>> both = List.of(table.id, table.v);
        List<@Nullable Object[]> empty = new ArrayList<>();
        lines.forEach(line -> empty.add(new @Nullable Object[] {line.id(), null}));
        List<@Nullable Object[]> filled = new ArrayList<>();
        lines.forEach(line -> filled.add(new @Nullable Object[] {line.id(), line.value()}));

        BatchResult inserted = write(database, new Batch.Insert(table, both, filled, List.of(table.v)));
        assertThat(inserted.affected()).isEqualTo(lines.size());
        for (int i = 0; i < lines.size(); i++) {
            assertThat(document(table, inserted.rows().get(i)[0]))
                    .isEqualTo(document(table, lines.get(i).value()));
        }
        assertStored(database.engine(), table, lines);
        write(database, new Batch.Update(table, both, 1, empty));
        assertStored(
                database.engine(),
                table,
                lines.stream().map(line -> new Line<T>(line.id(), null)).toList());
        assertThat(write(database, new Batch.Update(table, both, 1, filled)).affected())
                .isEqualTo(lines.size());
        assertStored(database.engine(), table, lines);

        if (isComparable(edges.type().storage())) {
            filled.remove(filled.size() - 1);
            assertThat(write(database, new Batch.Delete(table, both, filled)).affected())
                    .isEqualTo(filled.size());
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    <T> void valuesLoadedInBulkAreRead(Database database, Edges<T> edges) {
        assumeTrue(database.server().kind() == DatabaseKind.POSTGRESQL, "the database has no bulk load");
        Values<T> table = table(database, edges.type());
        List<Line<T>> lines = lines(edges);
        List<@Nullable Object[]> rows = new ArrayList<>();
        lines.forEach(line -> rows.add(new @Nullable Object[] {line.id(), line.value()}));

        BatchResult loaded = run(database.engine()
                .transaction(connection ->
                        connection.copy(new Batch.Insert(table, List.of(table.id, table.v), rows, List.of()))));

        assertThat(loaded.affected()).isEqualTo(lines.size());
        assertStored(database.engine(), table, lines);
    }

    private static boolean isComparable(Storage storage) {
        return storage != Storage.Simple.JSON && !(storage instanceof Storage.Array);
    }

    private static BatchResult write(Database database, Batch batch) {
        return run(database.engine().transaction(connection -> connection.write(batch)));
    }
}
