package io.fluxalchemy.faults.known;

import static io.fluxalchemy.security.Canary.all;
import static io.fluxalchemy.security.Canary.await;
import static io.fluxalchemy.security.Vault.VAULT;
import static io.fluxalchemy.sql.Sql.insertInto;
import static io.fluxalchemy.sql.Sql.select;
import static io.fluxalchemy.sql.Sql.sql;
import static io.fluxalchemy.sql.Sql.template;
import static io.fluxalchemy.sql.Sql.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxalchemy.engine.AsyncEngine;
import io.fluxalchemy.error.ConversionException;
import io.fluxalchemy.security.Canary;
import io.fluxalchemy.sql.Selectable;
import io.fluxalchemy.testkit.database.DatabaseKind;
import io.fluxalchemy.type.SqlType;
import io.fluxalchemy.type.Types;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Group G of the known faults: values that came back as others. */
class TypeFaultsIT {

    enum Mood {
        GRIM,
        MERRY
    }

    @RegisterExtension
    static final Canary CANARY = new Canary();

    private final AsyncEngine postgres = CANARY.engine(DatabaseKind.POSTGRESQL);

    /** The driver read 3000000000 as −1294967296; the oracle is BigDecimal. */
    @Test
    void G1_aNumberIsReadExactlyOrRefused() {
        refused("3000000000::int8", Types.INTEGER);
        refused("1e30::numeric", Types.BIGINT);
        long seed = Long.getLong("fluxalchemy.seed", System.nanoTime());
        Random random = new Random(seed);
        for (int i = 0; i < 400; i++) {
            BigDecimal number = number(random);
            String source = "'" + number.toPlainString() + "'::numeric";
            for (SqlType<? extends Number> type : List.of(Types.SMALLINT, Types.INTEGER, Types.BIGINT)) {
                boolean fits = fits(number, type);
                if (fits) {
                    Number read = one(source, type);
                    assertThat(new BigDecimal(read.toString()))
                            .as("seed " + seed + ": " + source + " as " + type.name())
                            .isEqualByComparingTo(number);
                } else {
                    refused(source, type);
                }
            }
            assertThat(one(source, Types.NUMERIC)).as("seed " + seed).isEqualByComparingTo(number);
        }
    }

    private static BigDecimal number(Random random) {
        BigInteger digits = new BigInteger(1 + random.nextInt(70), random);
        BigDecimal number = new BigDecimal(digits, random.nextInt(3) == 0 ? random.nextInt(6) : 0);
        return random.nextBoolean() ? number : number.negate();
    }

    private static boolean fits(BigDecimal number, SqlType<?> type) {
        try {
            if (type == Types.SMALLINT) {
                number.shortValueExact();
            } else if (type == Types.INTEGER) {
                number.intValueExact();
            } else {
                number.longValueExact();
            }
            return true;
        } catch (ArithmeticException e) {
            return false;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "Infinity", "-Infinity"})
    void G2_aNumericThatIsNoNumberIsRefusedByNameAndReadAsDouble(String text) {
        refused("'" + text + "'::numeric", Types.NUMERIC);
        assertThat(one("'" + text + "'::float8", Types.DOUBLE)).isEqualTo(Double.valueOf(text));
    }

    /** A timestamp without zone is no point in time, whatever the zones of JVM and session are. */
    @ParameterizedTest
    @ValueSource(strings = {"UTC", "Asia/Tokyo", "America/New_York", "Australia/Lord_Howe"})
    void G3_zonesOfJvmAndSessionChangeNothing(String zone) {
        TimeZone before = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone(zone));
            await(postgres.transaction(c -> c.execute(sql("set local time zone 'Asia/Tokyo'"))
                    .then(c.one(sql("select timestamp '2026-03-29 02:30:00' as l,"
                                    + " timestamptz '2026-01-01 00:00:00+00' as z")
                            .rows()))
                    .doOnNext(row -> {
                        assertThat(row.get("l", LocalDateTime.class)).isEqualTo("2026-03-29T02:30:00");
                        assertThat(row.get("z", Instant.class)).isEqualTo("2026-01-01T00:00:00Z");
                    })));
            refused("timestamp '2026-01-01 00:00:00'", Types.TIMESTAMP);
            refused("timestamptz '2026-01-01 00:00:00+00'", Types.LOCAL_TIMESTAMP);
            Instant now = Instant.parse("2026-10-25T00:30:00.123456Z");
            assertThat(await(postgres.one(select(value(now, Types.TIMESTAMP))))).isEqualTo(now);
            OffsetDateTime offset = OffsetDateTime.parse("2026-10-25T02:30:00+09:00");
            assertThat(await(postgres.one(select(value(offset, Types.OFFSET_TIMESTAMP))))
                            .toInstant())
                    .isEqualTo(offset.toInstant());
        } finally {
            TimeZone.setDefault(before);
        }
    }

    /** The server rounds .999999999 into the next second: refused, or cut where the type says so. */
    @Test
    void G4_nanosecondsAreNotRounded() {
        Instant fine = Instant.parse("2025-12-31T23:59:59.999999999Z");
        assertThatThrownBy(() -> await(postgres.one(select(value(fine, Types.TIMESTAMP)))))
                .isInstanceOf(ConversionException.class)
                .hasMessageContaining("truncatedTo");
        Instant micros = Instant.parse("2025-12-31T23:59:59.999999Z");
        assertThat(await(postgres.one(select(value(micros, Types.TIMESTAMP))))).isEqualTo(micros);
        assertThat(await(postgres.one(select(value(fine, Types.timestamp(3)))))).isEqualTo("2025-12-31T23:59:59.999Z");
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void G5_aNulCharacterIsRefusedWithTheColumnBeforeAnythingIsSent(DatabaseKind kind) {
        isRefusedAndTheTransactionLives(kind, "a\0b", "NUL");
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void G6_halfACharacterIsRefusedWithTheColumnBeforeAnythingIsSent(DatabaseKind kind) {
        for (String text : List.of("\ud83d", "a\ude00", "\ude00\ud83d", "x\ud83d!")) {
            isRefusedAndTheTransactionLives(kind, text, "half a character");
        }
    }

    private static void isRefusedAndTheTransactionLives(DatabaseKind kind, String text, String why) {
        AsyncEngine engine = CANARY.emptied(kind);
        Long written = await(engine.transaction(c -> c.execute(
                        insertInto(VAULT).set(VAULT.id, 1).set(VAULT.content, text))
                .then(c.execute(sql("nothing")))
                .onErrorResume(ConversionException.class, e -> {
                    assertThat(e).hasMessageContaining("column \"content\"").hasMessageContaining(why);
                    return c.execute(insertInto(VAULT).set(VAULT.id, 2).set(VAULT.content, "fine"));
                })));
        assertThat(written).isOne();
        assertThat(all(engine, select(VAULT.id).from(VAULT))).containsExactly(2);
    }

    @Test
    void G7_enumsTheirArraysAndArraysWithNullsComeBack() {
        await(postgres.execute(sql("drop type if exists humour")));
        await(postgres.execute(sql("create type humour as enum ('GRIM', 'MERRY')")));
        SqlType<Mood> mood = Types.namedEnum("humour", Mood.class);
        assertThat(await(postgres.one(select(value(Mood.MERRY, mood))))).isEqualTo(Mood.MERRY);
        assertThat(await(postgres.oneOrEmpty(sql("select null::humour as m")
                                .as(value(Mood.GRIM, mood).as("m")))
                        .hasElement()))
                .isFalse();
        for (List<String> texts :
                List.of(List.<String>of(), List.of("a"), Arrays.asList("a", null, "", "NULL", "{x}", "\"", "\\"))) {
            assertThat(await(postgres.one(select(value(texts, Types.arrayOf(Types.TEXT))))))
                    .isEqualTo(texts);
        }
        for (List<Mood> moods : List.of(
                new ArrayList<Mood>(),
                new ArrayList<>(List.of(Mood.GRIM)),
                new ArrayList<>(Arrays.asList(Mood.MERRY, null)))) {
            assertThat(await(postgres.one(select(value(moods, Types.arrayOf(Types.enumOf(Mood.class)))))))
                    .isEqualTo(moods);
        }
    }

    private <T> T one(String source, SqlType<T> type) {
        return await(postgres.one(select(as(source, type))));
    }

    private void refused(String source, SqlType<?> type) {
        assertThatThrownBy(() ->
                        await(postgres.one(sql("select " + source + " as n").as(labelled(type)))))
                .as(source + " as " + type.name())
                .isInstanceOf(ConversionException.class)
                .hasMessageContaining("\"n\"");
    }

    private static <T> Selectable<T> as(String source, SqlType<T> type) {
        return template(source).as(type);
    }

    private static <T> Selectable<T> labelled(SqlType<T> type) {
        return template("n").as(type).as("n");
    }
}
