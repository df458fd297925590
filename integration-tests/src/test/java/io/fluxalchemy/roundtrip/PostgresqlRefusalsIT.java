package io.fluxalchemy.roundtrip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxalchemy.error.ConversionException;
import io.fluxalchemy.testkit.database.TestDatabase;
import io.fluxalchemy.type.Bits;
import io.fluxalchemy.type.Inet;
import io.fluxalchemy.type.Interval;
import io.fluxalchemy.type.Range;
import io.fluxalchemy.type.SqlType;
import io.fluxalchemy.type.Types;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What PostgreSQL holds and Java cannot, or the asked type cannot: an error that names the column, never a changed value. */
class PostgresqlRefusalsIT {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.postgresql();

    private static DriverSession session;

    @BeforeAll
    static void open() {
        session = DriverSession.ours(DATABASE.url());
        session.run("create type mood as enum ('SAD', 'HAPPY'); create type pair as (a integer, b text);"
                + " create type ages as range (subtype = integer)");
    }

    @AfterAll
    static void close() {
        session.close();
    }

    static Stream<Arguments> valuesThatDoNotFit() {
        return Stream.of(
                Arguments.of("3000000000::bigint", Types.INTEGER, "outside -2147483648 to 2147483647"),
                Arguments.of("40000::integer", Types.SMALLINT, "outside -32768 to 32767"),
                Arguments.of("1e30::numeric", Types.BIGINT, "too large for an integer"),
                Arguments.of("1.5::numeric", Types.INTEGER, "digits after the point"),
                Arguments.of(
                        "9007199254740993::bigint", Types.DOUBLE, "more digits than the floating-point type keeps"),
                Arguments.of("9223372036854775807::bigint", Types.DOUBLE, "more digits"),
                Arguments.of("16777217::integer", Types.REAL, "more digits"),
                Arguments.of("2147483647::integer", Types.REAL, "more digits"),
                Arguments.of("0.1::double precision", Types.REAL, "more digits"),
                Arguments.of("'NaN'::numeric", Types.NUMERIC, "NaN or infinite"),
                Arguments.of("'Infinity'::numeric", Types.NUMERIC, "NaN or infinite"),
                Arguments.of("'-Infinity'::numeric", Types.NUMERIC, "NaN or infinite"),
                Arguments.of("'infinity'::date", Types.DATE, "infinite, which Java has not"),
                Arguments.of("'-infinity'::date", Types.DATE, "infinite, which Java has not"),
                Arguments.of("'infinity'::timestamp", Types.LOCAL_TIMESTAMP, "infinite, which Java has not"),
                Arguments.of("'-infinity'::timestamptz", Types.TIMESTAMP, "infinite, which Java has not"),
                Arguments.of("'24:00'::time", Types.TIME, "24:00, which LocalTime has not"),
                Arguments.of("'{{1,2},{3,4}}'::int[]", Types.arrayOf(Types.INTEGER), "2 dimensions"),
                Arguments.of("'{1,3000000000}'::bigint[]", Types.arrayOf(Types.INTEGER), "outside"),
                Arguments.of("'ANGRY'::text", Types.enumOf(PostgresqlCases.Mood.class), "no constant of"));
    }

    @ParameterizedTest
    @MethodSource("valuesThatDoNotFit")
    void aValueThatDoesNotFitIsRefusedInBothTransferFormats(String expression, SqlType<?> type, String message) {
        assertThatThrownBy(() -> session.read("select " + expression + " as asked", type))
                .isInstanceOf(ConversionException.class)
                .hasMessageStartingWith("column \"asked\" (number 1): ")
                .hasMessageContaining(message);
        assertThatThrownBy(
                        () -> session.read("select " + expression + " as asked where $1 = 1", type, Types.INTEGER, 1))
                .isInstanceOf(ConversionException.class)
                .hasMessageStartingWith("column \"asked\" (number 1): ")
                .hasMessageContaining(message);
    }

    static Stream<Arguments> typesThatDoNotFit() {
        return Stream.of(
                Arguments.of("1::integer", Types.TEXT, "integer", "text"),
                Arguments.of("'x'::text", Types.INTEGER, "text", "integer"),
                Arguments.of("1.5::double precision", Types.NUMERIC, "double precision", "numeric"),
                Arguments.of("1.5::numeric", Types.DOUBLE, "numeric", "double precision"),
                Arguments.of(
                        "now()::timestamp", Types.TIMESTAMP, "timestamp without time zone", "timestamp with time zone"),
                Arguments.of("now()", Types.LOCAL_TIMESTAMP, "timestamp with time zone", "timestamp without time zone"),
                Arguments.of("'12:00+01'::timetz", Types.TIME, "timetz", "time without time zone"),
                Arguments.of("'1 day'::interval", Types.TEXT, "interval", "text"),
                Arguments.of("'10.0.0.1'::inet", Types.TEXT, "inet", "text"),
                Arguments.of("'10.0.0.1'::inet", Types.INTERVAL, "inet", "interval"),
                Arguments.of("'[1,5)'::int4range", Types.rangeOf(Types.BIGINT), "int4range", "int8range"),
                Arguments.of("'a'::text", Types.INET, "text", "inet"),
                Arguments.of("1", Types.HSTORE, "integer", "hstore"),
                Arguments.of("'1'::money", Types.NUMERIC, "money", "numeric"),
                Arguments.of("array[1]", Types.INTEGER, "integer[]", "integer"),
                Arguments.of("1", Types.arrayOf(Types.INTEGER), "integer", "integer[]"),
                Arguments.of("'a'::text", Types.UUID, "text", "uuid"),
                Arguments.of("'\\x00'::bytea", Types.TEXT, "bytea", "text"));
    }

    @ParameterizedTest
    @MethodSource("typesThatDoNotFit")
    void aColumnThatCannotBeReadSoIsRefusedWithTheCast(String expression, SqlType<?> type, String found, String cast) {
        assertThatThrownBy(() -> session.read("select " + expression + " as asked", type))
                .isInstanceOf(ConversionException.class)
                .hasMessage("column \"asked\" is of the database type " + found + ", which cannot be read exactly as "
                        + type.name() + ": write cast(asked as " + cast + ") or give it another type");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'(1,x)'::pair",
                "'(1,)'::pair",
                "'[1,5)'::ages",
                "'(,)'::ages",
                "'empty'::ages",
                "array['[1,5)'::ages]",
                "'{[1,2],[4,5]}'::ages_multirange"
            })
    void typesOfTheDatabaseThatAreNoTextAreRefusedInBinary(String expression) {
        assertThatThrownBy(() ->
                        session.read("select " + expression + " as asked where $1 = 1", Types.TEXT, Types.INTEGER, 1))
                .isInstanceOf(ConversionException.class)
                .hasMessageContaining("cast(")
                .hasMessageContaining("as text)");
    }

    static Stream<Arguments> untyped() {
        return Stream.of(
                Arguments.of("1::smallint", (short) 1),
                Arguments.of("1", 1),
                Arguments.of("1::bigint", 1L),
                Arguments.of("1.50", new BigDecimal("1.50")),
                Arguments.of("1.5::real", 1.5f),
                Arguments.of("1.5::double precision", 1.5),
                Arguments.of("true", true),
                Arguments.of("'a'", "a"),
                Arguments.of("'a'::name", "a"),
                Arguments.of("'HAPPY'::mood", "HAPPY"),
                Arguments.of("'{\"a\": 1}'::jsonb", "{\"a\": 1}"),
                Arguments.of("date '1500-01-01'", LocalDate.of(1500, 1, 1)),
                Arguments.of("time '01:02'", LocalTime.of(1, 2)),
                Arguments.of("timestamp '1500-01-01 00:00'", LocalDateTime.of(1500, 1, 1, 0, 0)),
                Arguments.of("timestamptz '2026-01-01 00:00+00'", Instant.parse("2026-01-01T00:00:00Z")),
                Arguments.of("array[1,null]", Arrays.asList(1, null)),
                Arguments.of("array['SAD'::mood]::text[]", List.of("SAD")),
                Arguments.of("'1 day'::interval", new Interval(0, 1, 0)),
                Arguments.of("'[1,5)'::int4range", Range.closedOpen(1, 5)),
                Arguments.of("'10.0.0.0/8'::inet", Inet.parse("10.0.0.0/8")),
                Arguments.of("B'0101'", new Bits("0101")),
                Arguments.of("pg_sleep(0)", ""),
                Arguments.of("null", null));
    }

    @ParameterizedTest
    @MethodSource("untyped")
    void anUntypedColumnIsReadAsItsOwnType(String expression, Object value) {
        assertThat(session.readUntyped("select " + expression)).isEqualTo(value);
    }

    @Test
    void anUntypedColumnOfATypeThatIsNotReadNamesTheCast() {
        assertThatThrownBy(() -> session.readUntyped("select '1'::money as pause"))
                .isInstanceOf(ConversionException.class)
                .hasMessageContaining("write cast(pause as text)");
    }

    static Stream<Arguments> valuesOutsideTheServersRange() {
        return Stream.of(
                Arguments.of(Types.DATE, LocalDate.MIN),
                Arguments.of(Types.DATE, LocalDate.of(-4713, 11, 23)),
                Arguments.of(Types.DATE, LocalDate.of(5_874_898, 1, 1)),
                Arguments.of(Types.LOCAL_TIMESTAMP, LocalDateTime.of(294_277, 1, 1, 0, 0)),
                Arguments.of(Types.TIMESTAMP, Instant.parse("+294277-01-01T00:00:00Z")));
    }

    @ParameterizedTest
    @MethodSource("valuesOutsideTheServersRange")
    <T> void aDateOutsideTheServersRangeIsRefusedBeforeItIsSent(SqlType<T> type, T value) {
        assertThatThrownBy(() -> session.read("select $1", type, type, value))
                .isInstanceOf(ConversionException.class)
                .hasMessageContaining("outside the range of");
        assertThatThrownBy(() -> session.read("select $1", type, Types.arrayOf(type), List.of(value)))
                .isInstanceOf(ConversionException.class);
    }
}
