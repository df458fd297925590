package io.fluxalchemy.roundtrip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxalchemy.error.ConversionException;
import io.fluxalchemy.testkit.database.TestDatabase;
import io.fluxalchemy.type.SqlType;
import io.fluxalchemy.type.Types;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The matrix of MariaDB: text and binary protocol, a pool of ours and a factory made elsewhere. */
class MariadbRoundTripIT {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.mariadb();

    private static DriverSession ours;
    private static DriverSession foreign;

    @BeforeAll
    static void open() {
        ours = DriverSession.ours(DATABASE.url());
        foreign = DriverSession.foreign(DATABASE.url(), "timezone", "UTC");
    }

    @AfterAll
    static void close() {
        ours.close();
        foreign.close();
    }

    static Stream<TypeCase<?>> cases() {
        return Stream.of(
                TypeCase.of("tinyint(1)", Types.BOOLEAN, true, "true"),
                TypeCase.of("boolean", Types.BOOLEAN, false, "false"),
                TypeCase.of("smallint", Types.SMALLINT, Short.MIN_VALUE, "-32768"),
                TypeCase.of("integer", Types.INTEGER, Integer.MAX_VALUE, "2147483647"),
                TypeCase.of("mediumint", Types.INTEGER, -8_388_608, "-8388608"),
                TypeCase.of("integer unsigned", Types.BIGINT, 4_294_967_295L, "4294967295"),
                TypeCase.of("bigint", Types.BIGINT, Long.MIN_VALUE, "-9223372036854775808"),
                TypeCase.of(
                        "bigint unsigned",
                        Types.NUMERIC,
                        new BigDecimal("18446744073709551615"),
                        "18446744073709551615"),
                TypeCase.of("bigint unsigned", Types.BIGINT, Long.MAX_VALUE, "9223372036854775807"),
                TypeCase.of("year", Types.SMALLINT, (short) 2026, "2026"),
                TypeCase.of("decimal(38,10)", Types.numeric(38, 10), new BigDecimal("0.0000000000"), "0"),
                TypeCase.of(
                        "decimal(65,30)",
                        Types.numeric(65, 30),
                        nines(35, 30),
                        nines(35, 30).toPlainString()),
                TypeCase.of("double", Types.DOUBLE, Double.MIN_NORMAL, "2.2250738585072014E-308"),
                TypeCase.of("double", Types.DOUBLE, Double.MAX_VALUE, "1.7976931348623157E308"),
                TypeCase.of("double", Types.DOUBLE, 0.1 + 0.2, "0.30000000000000004"),
                TypeCase.of("double", Types.REAL, 16_777_215f, "16777215"),
                TypeCase.of("varchar(3)", Types.varchar(3), "", "''"),
                TypeCase.of("varchar(9)", Types.varchar(9), "it's \\😀 ", "'it''s \\\\😀 '"),
                TypeCase.of("char(3)", Types.char_(3), "a", "'a'"),
                TypeCase.of("longtext", Types.TEXT, "é".repeat(1 << 20), "repeat('é', 1048576)"),
                TypeCase.of(
                        "json", Types.JSON, "{\"b\": 1,  \"a\":[\"😀\", null]}", "'{\"b\": 1,  \"a\":[\"😀\", null]}'"),
                TypeCase.of(
                        "enum('SAD', 'HAPPY')",
                        Types.enumOf(PostgresqlCases.Mood.class),
                        PostgresqlCases.Mood.SAD,
                        "'SAD'"),
                TypeCase.of("date", Types.DATE, LocalDate.of(1, 1, 1), "'0001-01-01'"),
                TypeCase.of("date", Types.DATE, LocalDate.of(1500, 1, 1), "'1500-01-01'"),
                TypeCase.of("date", Types.DATE, LocalDate.of(9999, 12, 31), "'9999-12-31'"),
                TypeCase.of("time(6)", Types.TIME, LocalTime.MIDNIGHT, "'00:00:00'"),
                TypeCase.of("time(6)", Types.TIME, LocalTime.of(1, 2, 3, 4_000), "'01:02:03.000004'"),
                TypeCase.of("time(6)", Types.TIME, LocalTime.of(23, 59, 59, 999_000_000), "'23:59:59.999'"),
                TypeCase.of(
                        "datetime(6)",
                        Types.LOCAL_TIMESTAMP,
                        LocalDateTime.of(2026, 3, 29, 2, 30, 0, 1_000),
                        "'2026-03-29 02:30:00.000001'"),
                TypeCase.of("datetime(6)", Types.LOCAL_TIMESTAMP, LocalDateTime.of(1500, 1, 1, 0, 0), "'1500-01-01'"),
                TypeCase.of(
                        "datetime(6)",
                        Types.TIMESTAMP,
                        Instant.parse("2026-03-29T01:30:00.123456Z"),
                        "'2026-03-29 01:30:00.123456'"),
                TypeCase.of(
                        "timestamp(6)",
                        Types.TIMESTAMP,
                        Instant.parse("2026-03-29T02:30:00Z"),
                        "from_unixtime(1774751400)"),
                TypeCase.of("uuid", Types.UUID, new UUID(-1, 1), "'ffffffff-ffff-ffff-0000-000000000001'"),
                TypeCase.of("char(36)", Types.UUID, new UUID(-1, 1), "'ffffffff-ffff-ffff-0000-000000000001'"),
                TypeCase.of("longblob", Types.BYTES, new byte[1 << 20], "repeat(x'00', 1048576)"),
                TypeCase.of("varbinary(9)", Types.BYTES, new byte[] {1, 0, -1, '\'', '\\'}, "x'0100ff275c'"));
    }

    private static BigDecimal nines(int before, int after) {
        return new BigDecimal("9".repeat(before) + "." + "9".repeat(after));
    }

    @ParameterizedTest
    @MethodSource("cases")
    <T> void aBoundValueIsStoredAsTheServerReadsTheLiteral(TypeCase<T> given) {
        ours.run("drop table if exists round_trip");
        ours.run("create table round_trip (id integer auto_increment primary key, v " + given.column()
                + " null) character set utf8mb4");
        ours.run("insert into round_trip (v) values (?)", given.type(), given.value());
        foreign.run("insert into round_trip (v) values (?)", given.type(), given.value());
        ours.run("insert into round_trip (v) values (" + given.literal() + ")");
        ours.run("insert into round_trip (v) values (?)", given.type(), null);

        for (DriverSession session : List.of(ours, foreign)) {
            for (int row = 1; row <= 3; row++) {
                assertSame(
                        session.read("select v from round_trip where id = ?", given.type(), Types.INTEGER, row), given);
                assertSame(session.read("select v from round_trip where id = " + row, given.type()), given);
            }
            assertThat(session.read("select v from round_trip where id = 4", given.type()))
                    .isNull();
        }
    }

    private static void assertSame(Object read, TypeCase<?> expected) {
        assertThat(TypeCase.comparable(read)).isEqualTo(TypeCase.comparable(expected.value()));
    }

    @Test
    void aFloatIsReadWithAllItsDigitsOrRefused() {
        ours.run("create table floats (v float)");
        ours.run("insert into floats values (?)", Types.REAL, 16_777_215f);
        assertThat(ours.read("select v from floats where ? = 1", Types.REAL, Types.INTEGER, 1))
                .isEqualTo(16_777_215f);
        assertThat(ours.read("select cast(v as double) from floats", Types.REAL))
                .isEqualTo(16_777_215f);
        assertThatThrownBy(() -> ours.read("/*text*/ select v from floats", Types.REAL))
                .isInstanceOf(ConversionException.class)
                .hasMessageContaining("six digits");
    }

    static Stream<Arguments> valuesThatDoNotFit() {
        return Stream.of(
                Arguments.of("cast(18446744073709551615 as unsigned)", Types.BIGINT, "too large"),
                Arguments.of("3000000000", Types.INTEGER, "outside"),
                Arguments.of("1.5", Types.INTEGER, "digits after the point"),
                Arguments.of("2", Types.BOOLEAN, "neither 0 nor 1"),
                Arguments.of("time '25:00:00'", Types.TIME, "a duration"),
                Arguments.of("time '-01:00:00'", Types.TIME, "a duration"),
                Arguments.of("'not a uuid'", Types.UUID, "no UUID"),
                Arguments.of("'1-1-1-1-1'", Types.UUID, "no UUID"),
                Arguments.of("'ANGRY'", Types.enumOf(PostgresqlCases.Mood.class), "no constant"));
    }

    @ParameterizedTest
    @MethodSource("valuesThatDoNotFit")
    void aValueThatDoesNotFitIsRefusedInBothProtocols(String expression, SqlType<?> type, String message) {
        assertThatThrownBy(() -> ours.read("select " + expression + " as asked", type))
                .isInstanceOf(ConversionException.class)
                .hasMessageStartingWith("column \"asked\" (number 1): ")
                .hasMessageContaining(message);
        assertThatThrownBy(() ->
                        ours.read("select " + expression + " as asked from dual where ? = 1", type, Types.INTEGER, 1))
                .isInstanceOf(ConversionException.class)
                .hasMessageContaining(message);
    }

    static Stream<Arguments> typesThatDoNotFit() {
        return Stream.of(
                Arguments.of("1", Types.TEXT, "integer"),
                Arguments.of("'x'", Types.INTEGER, "varstring"),
                Arguments.of("1.5", Types.DOUBLE, "decimal"),
                Arguments.of("1.5e0", Types.NUMERIC, "double"),
                Arguments.of("b'101'", Types.TEXT, "varstring"),
                Arguments.of("x'00'", Types.TEXT, "varstring"),
                Arguments.of("st_geomfromtext('POINT(1 1)')", Types.BYTES, "geometry"));
    }

    @ParameterizedTest
    @MethodSource("typesThatDoNotFit")
    void aColumnThatCannotBeReadSoIsRefusedWithItsType(String expression, SqlType<?> type, String found) {
        assertThatThrownBy(() -> ours.read("select " + expression + " as asked", type))
                .isInstanceOf(ConversionException.class)
                .hasMessage("column \"asked\" is of the database type " + found + ", which cannot be read exactly as "
                        + type.name() + ": cast it in the statement, or give it another type");
    }

    static Stream<Arguments> valuesTheDatabaseHasNot() {
        return Stream.of(
                Arguments.of(Types.DOUBLE, Double.NaN),
                Arguments.of(Types.REAL, Float.POSITIVE_INFINITY),
                Arguments.of(Types.NUMERIC, new BigDecimal("1E-31")),
                Arguments.of(Types.NUMERIC, new BigDecimal("1E+65")),
                Arguments.of(Types.DATE, LocalDate.of(10_000, 1, 1)),
                Arguments.of(Types.DATE, LocalDate.of(0, 1, 1)),
                Arguments.of(Types.TIMESTAMP, Instant.parse("+10000-01-01T00:00:00Z")),
                Arguments.of(Types.arrayOf(Types.INTEGER), List.of(1)));
    }

    @ParameterizedTest
    @MethodSource("valuesTheDatabaseHasNot")
    <T> void aValueTheDatabaseHasNotIsRefusedBeforeItIsSent(SqlType<T> type, T value) {
        assertThatThrownBy(() -> ours.run("select ?", type, value)).isInstanceOf(ConversionException.class);
    }

    @Test
    void aDateOfZerosIsRefused() {
        assertThatThrownBy(() -> ours.read(
                        "select cast('0000-00-00' as date) as asked from dual where ? = 1",
                        Types.DATE,
                        Types.INTEGER,
                        1))
                .isInstanceOf(ConversionException.class);
    }

    @Test
    void anUntypedColumnIsReadAsItsOwnType() {
        assertThat(ours.readUntyped("select 1")).isEqualTo(1);
        assertThat(ours.readUntyped("select 1.50")).isEqualTo(new BigDecimal("1.50"));
        assertThat(ours.readUntyped("select 'a'")).isEqualTo("a");
        assertThat(ours.readUntyped("select x'00ff'")).isEqualTo(new byte[] {0, -1});
        assertThat(ours.readUntyped("select null")).isNull();
    }

    @Test
    void idleFollowsTheServersTransactionStatus() {
        assertThat(ours.adapter().isIdle(ours.connection())).isTrue();
        ours.run("start transaction");
        assertThat(ours.adapter().isIdle(ours.connection())).isFalse();
        ours.run("rollback");
        assertThat(ours.adapter().isIdle(ours.connection())).isTrue();
    }

    @Test
    void sessionsOfOursRunInUtc() {
        assertThat(ours.read("select from_unixtime(0)", Types.LOCAL_TIMESTAMP)).isEqualTo("1970-01-01T00:00:00");
    }
}
