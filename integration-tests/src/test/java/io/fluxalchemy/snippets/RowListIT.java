package io.fluxalchemy.snippets;

import static io.fluxalchemy.snippets.RowListIT.Kinds.KINDS;
import static io.fluxalchemy.snippets.RowListIT.Owners.OWNERS;
import static io.fluxalchemy.sql.Sql.insertInto;
import static io.fluxalchemy.sql.Sql.list;
import static io.fluxalchemy.sql.Sql.select;
import static io.fluxalchemy.sql.Sql.sql;
import static org.assertj.core.api.Assertions.assertThat;

import io.fluxalchemy.dialect.Dialect;
import io.fluxalchemy.engine.AsyncEngine;
import io.fluxalchemy.schema.Table;
import io.fluxalchemy.sql.BooleanColumn;
import io.fluxalchemy.sql.NumericColumn;
import io.fluxalchemy.sql.Select;
import io.fluxalchemy.sql.TemporalColumn;
import io.fluxalchemy.sql.TextColumn;
import io.fluxalchemy.sql.ValueColumn;
import io.fluxalchemy.testkit.database.DatabaseKind;
import io.fluxalchemy.testkit.database.TestDatabase;
import io.fluxalchemy.type.Types;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A list inside a row brings every value back as a row of its own would. */
class RowListIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    enum Colour {
        RED,
        BLUE
    }

    static final class Owners extends Table<Owners> {
        static final Owners OWNERS = new Owners(Name.of("owner"));
        final NumericColumn<Long> id = bigint("id", primaryKey());

        private Owners(Name name) {
            super(name, Owners::new);
        }
    }

    static final class Kinds extends Table<Kinds> {
        static final Kinds KINDS = new Kinds(Name.of("kind"));
        final NumericColumn<Long> id = bigint("id", primaryKey());
        final NumericColumn<Long> ownerId = bigint("owner_id", references(() -> OWNERS.id));
        final TextColumn text = varchar("text_value", 200);
        final TextColumn padded = text("padded_value", Types.char_(8));
        final NumericColumn<BigDecimal> decimal = decimal("decimal_value", 30, 10);
        final NumericColumn<Double> floating = doublePrecision("double_value");
        final BooleanColumn bool = bool("bool_value");
        final TemporalColumn<LocalDate> date = date("date_value");
        final TemporalColumn<LocalTime> time = temporal("time_value", Types.TIME);
        final TemporalColumn<LocalDateTime> local = temporal("local_value", Types.LOCAL_TIMESTAMP);
        final TemporalColumn<Instant> instant = timestamp("instant_value");
        final ValueColumn<UUID> uuid = column("uuid_value", Types.UUID);
        final ValueColumn<Colour> colour = column("colour_value", Types.enumOf(Colour.class));

        private Kinds(Name name) {
            super(name, Kinds::new);
        }
    }

    record Kind(
            Long id,
            @Nullable String text,
            @Nullable String padded,
            @Nullable BigDecimal decimal,
            @Nullable Double floating,
            @Nullable Boolean bool,
            @Nullable LocalDate date,
            @Nullable LocalTime time,
            @Nullable LocalDateTime local,
            @Nullable Instant instant,
            @Nullable UUID uuid,
            @Nullable Colour colour) {}

    record Owner(Long id, List<Kind> kinds) {}

    private static final List<Kind> STORED = List.of(
            new Kind(3L, null, null, null, null, null, null, null, null, null, null, null),
            new Kind(
                    2L,
                    "",
                    "",
                    new BigDecimal("-0.0000000001"),
                    -1.5e-300,
                    false,
                    LocalDate.of(1, 1, 1),
                    LocalTime.MIDNIGHT,
                    LocalDateTime.of(1970, 1, 1, 0, 0),
                    Instant.EPOCH,
                    new UUID(0, 0),
                    Colour.BLUE),
            new Kind(
                    1L,
                    "\"\\ \u00e4\ud83d\ude00\n\t{[1,null]}",
                    "ab",
                    new BigDecimal("12345678901234567890.0123456789"),
                    0.1,
                    true,
                    LocalDate.of(2024, 2, 29),
                    LocalTime.of(23, 59, 59, 123456000),
                    LocalDateTime.of(2024, 2, 29, 23, 59, 59, 999999000),
                    Instant.parse("2024-02-29T23:59:59.000001Z"),
                    UUID.fromString("00112233-4455-6677-8899-aabbccddeeff"),
                    Colour.RED));

    private static Select<Kind> kinds() {
        return select(
                        KINDS.id,
                        KINDS.text,
                        KINDS.padded,
                        KINDS.decimal,
                        KINDS.floating,
                        KINDS.bool,
                        KINDS.date,
                        KINDS.time,
                        KINDS.local,
                        KINDS.instant,
                        KINDS.uuid,
                        KINDS.colour)
                .into(Kind::new)
                .orderBy(KINDS.id.desc());
    }

    private static String create(Dialect dialect, Table<?> table) {
        return table.definition().columns().stream()
                .map(column ->
                        column.name() + " " + dialect.types().name(column.type().storage()))
                .collect(Collectors.joining(
                        ", ", "create table " + table.definition().tableName() + " (", ")"));
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void everyValueComesBackAsItWasStored(DatabaseKind kind) {
        try (TestDatabase database = TestDatabase.of(kind)) {
            AsyncEngine engine = AsyncEngine.create(database.url());
            var owners = select(OWNERS.id, list(kinds().where(KINDS.ownerId.eq(OWNERS.id))))
                    .into(Owner::new)
                    .orderBy(OWNERS.id.asc());
            var nested = select(
                            OWNERS.id,
                            list(select(
                                            KINDS.id,
                                            list(select(OWNERS.as("o").id)
                                                    .from(OWNERS.as("o"))
                                                    .where(OWNERS.as("o").id.ge(KINDS.id))
                                                    .orderBy(OWNERS.as("o").id.asc())))
                                    .into((id, others) -> id + "" + others)
                                    .where(KINDS.ownerId.eq(OWNERS.id))
                                    .orderBy(KINDS.id.asc())))
                    .into((id, list) -> id + "" + list)
                    .orderBy(OWNERS.id.asc());
            List<Owner> found = engine.execute(sql(create(engine.dialect(), OWNERS)))
                    .then(engine.execute(sql(create(engine.dialect(), KINDS))))
                    .then(engine.execute(
                            insertInto(OWNERS).rows(List.of(1L, 2L)).set(OWNERS.id, id -> id)))
                    .then(engine.execute(insertInto(KINDS)
                            .rows(STORED)
                            .set(KINDS.id, Kind::id)
                            .set(KINDS.ownerId, each -> 1L)
                            .set(KINDS.text, Kind::text)
                            .set(KINDS.padded, Kind::padded)
                            .set(KINDS.decimal, Kind::decimal)
                            .set(KINDS.floating, Kind::floating)
                            .set(KINDS.bool, Kind::bool)
                            .set(KINDS.date, Kind::date)
                            .set(KINDS.time, Kind::time)
                            .set(KINDS.local, Kind::local)
                            .set(KINDS.instant, Kind::instant)
                            .set(KINDS.uuid, Kind::uuid)
                            .set(KINDS.colour, Kind::colour)))
                    .then(engine.all(owners))
                    .block(PATIENCE);
            List<Kind> rows = engine.all(kinds()).block(PATIENCE);
            List<String> texts = engine.all(nested).block(PATIENCE);
            engine.close().block(PATIENCE);
            assertThat(rows).isEqualTo(STORED);
            assertThat(found).containsExactly(new Owner(1L, STORED), new Owner(2L, List.of()));
            assertThat(texts).containsExactly("1[1[1, 2], 2[2], 3[]]", "2[]");
        }
    }
}
