package io.fluxalchemy.statements;

import static io.fluxalchemy.sql.Sql.deleteFrom;
import static io.fluxalchemy.sql.Sql.insertInto;
import static io.fluxalchemy.sql.Sql.select;
import static io.fluxalchemy.statements.Databases.all;
import static io.fluxalchemy.statements.Databases.await;
import static io.fluxalchemy.statements.Databases.execute;
import static io.fluxalchemy.statements.Works.WORKS;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.fluxalchemy.compiler.SqlPrinter;
import io.fluxalchemy.engine.AsyncEngine;
import io.fluxalchemy.schema.MetaData;
import io.fluxalchemy.sql.Insert;
import io.fluxalchemy.sql.Select;
import io.fluxalchemy.testkit.database.DatabaseKind;
import io.fluxalchemy.testkit.database.TestDatabase;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.Result;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A statement with its values as literals stores and finds exactly what the same statement with bound values does. */
class LiteralsIT {

    private static final int ROWS = Integer.getInteger("fluxalchemy.literals", 200);

    private static final String[] HOSTILE = {
        "'",
        "''",
        "\\",
        "\\'",
        "\"",
        "`",
        ";",
        "--",
        "/*",
        "*/",
        "$1",
        "?",
        ":x",
        "%",
        "_",
        "\n",
        "\r",
        "\t",
        "\u001a",
        "e'",
        "u&'",
        "\\003b",
        "\u00e9",
        "\ud83d\ude00",
        "{0}",
        "null",
        "' or 1=1 --",
        "$$",
        "\u2028"
    };

    /** Through its driver, H2 takes $1 for a marker also in quotes. */
    private static String hostile(Random random, DatabaseKind kind) {
        String text = hostile(random);
        return kind == DatabaseKind.H2 ? text.replace("$", "") : text;
    }

    private static String hostile(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(6); i >= 0; i--) {
            text.append(HOSTILE[random.nextInt(HOSTILE.length)]);
        }
        return text.toString();
    }

    private static Insert row(int i, Random random, DatabaseKind kind) {
        return insertInto(WORKS)
                .set(WORKS.title, i + hostile(random, kind))
                .set(WORKS.year, random.nextBoolean() ? random.nextInt() : null)
                .set(WORKS.price, BigDecimal.valueOf(random.nextInt(), 2))
                .set(WORKS.meta, "{\"k\": \"" + hostile(random, kind).replaceAll("[\\\\\"\\p{Cntrl}]", "") + "\"}")
                .set(WORKS.mood, random.nextBoolean() ? Works.Mood.GRIM : Works.Mood.MERRY)
                .set(WORKS.cover, hostile(random).getBytes(UTF_8))
                .set(WORKS.token, UUID.nameUUIDFromBytes(new byte[] {(byte) random.nextInt()}))
                .set(WORKS.published, Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000) * 1000L))
                .set(WORKS.printed, LocalDate.ofEpochDay(random.nextInt(1_000_000) - 500_000));
    }

    private static final Select<List<Object>> STORED = select(
                    WORKS.title,
                    WORKS.year,
                    WORKS.price,
                    WORKS.meta,
                    WORKS.mood,
                    WORKS.cover,
                    WORKS.token,
                    WORKS.published,
                    WORKS.printed)
            .into((a, b, c, d, e, f, g, h, i) -> {
                List<Object> values = new ArrayList<>();
                for (Object each : new Object[] {a, b, c, d, e, List.of(java.util.Arrays.toString(f)), g, h, i}) {
                    values.add(each);
                }
                return values;
            });

    /** Runs text through the driver alone: this library would look for parameters in it. */
    private static void run(TestDatabase database, List<String> texts) {
        await(Mono.usingWhen(
                ConnectionFactories.get(database.url()).create(),
                connection -> Flux.fromIterable(texts)
                        .concatMap(text -> Flux.from(
                                        connection.createStatement(text).execute())
                                .concatMap(Result::getRowsUpdated))
                        .then(Mono.just(true)),
                Connection::close));
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void literalsMeanWhatBoundValuesMean(DatabaseKind kind) {
        try (TestDatabase database = TestDatabase.of(kind)) {
            AsyncEngine engine = AsyncEngine.create(database.url());
            await(engine.createAll(MetaData.of(WORKS)));
            SqlPrinter printer = SqlPrinter.of(Databases.dialect(kind));
            Random random = new Random(7);
            List<Insert> rows =
                    IntStream.range(0, ROWS).mapToObj(i -> row(i, random, kind)).toList();
            rows.forEach(row -> execute(engine, row));
            List<List<Object>> bound = all(engine, STORED.from(WORKS).orderBy(WORKS.id.asc()));
            await(engine.execute(deleteFrom(WORKS).everyRow()));
            run(database, rows.stream().map(printer::inlined).toList());
            assertThat(all(engine, STORED.from(WORKS).orderBy(WORKS.id.asc()))).isEqualTo(bound);
            await(engine.close());
        }
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void listsAreWrittenAsLiterals(DatabaseKind kind) {
        try (TestDatabase database = TestDatabase.of(kind)) {
            AsyncEngine engine = AsyncEngine.create(database.url());
            await(engine.createAll(MetaData.of(WORKS)));
            execute(engine, insertInto(WORKS).set(WORKS.title, "it's; \\").set(WORKS.mood, Works.Mood.GRIM));
            String deletes = SqlPrinter.of(Databases.dialect(kind))
                    .inlined(deleteFrom(WORKS)
                            .where(WORKS.title.in("x", "it's; \\"), WORKS.mood.in(Works.Mood.GRIM, Works.Mood.MERRY)));
            run(database, List.of(deletes));
            assertThat(all(engine, select(WORKS.id).from(WORKS))).isEmpty();
            await(engine.close());
        }
    }
}
